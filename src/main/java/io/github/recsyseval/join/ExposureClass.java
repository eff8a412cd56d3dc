package io.github.recsyseval.join;

import java.util.Locale;

/** What became of a valid exposure line. Each has exactly one class. */
public enum ExposureClass {
    /** Says the same as the first line with its request id. A line that a filter leaves out is {@link #EXCLUDED}, repeated or not. */
    IDENTICAL_DUPLICATE("repeats an earlier exposure with its request_id in every field"),
    /** Has the request id of an earlier line and says something else. */
    CONFLICTING_DUPLICATE("differs from an earlier exposure with its request_id"),
    /** Left out by a filter. */
    EXCLUDED("left out by a filter"),
    /** At least one outcome has its request id. */
    JOINED("outcomes have its request_id"),
    /** No outcome has its request id. */
    WITHOUT_OUTCOME("no outcome has its request_id");

    private final String reason;

    ExposureClass(String reason) {
        this.reason = reason;
    }

    /** Why an exposure is in this class, as a clause without quotation marks. */
    public String reason() {
        return reason;
    }

    /** The name that reports use, for example {@code without_outcome}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
