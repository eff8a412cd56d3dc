package io.github.recsyseval.sample.log;

import java.util.Locale;

/** The one class of an outcome; the first that fits. Without dedupe and attribution window there are no others. */
public enum OutcomeClass {
    MISSING_REQUEST_ID,
    INVALID,
    UNMATCHED,
    BEFORE_EXPOSURE,
    ITEM_NOT_SHOWN,
    ATTRIBUTED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the outcome found its exposure. */
    public boolean joined() {
        return compareTo(UNMATCHED) > 0;
    }
}
