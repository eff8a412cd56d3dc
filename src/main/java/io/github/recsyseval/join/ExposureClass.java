package io.github.recsyseval.join;

import java.util.Locale;

/** What became of a valid exposure line. Each has exactly one class. */
public enum ExposureClass {
    /** Says the same as the first line with its request id. */
    IDENTICAL_DUPLICATE,
    /** Has the request id of an earlier line and says something else. */
    CONFLICTING_DUPLICATE,
    /** Left out by a filter. */
    EXCLUDED,
    /** At least one outcome has its request id. */
    JOINED,
    /** No outcome has its request id. */
    WITHOUT_OUTCOME;

    /** The name that reports use, for example {@code without_outcome}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
