package io.github.recsyseval.join;

import java.util.Locale;

/** What became of an outcome. Each has exactly one class: the first in this order that fits. */
public enum OutcomeClass {
    /** No request_id, or an empty one; valid or not. */
    MISSING_REQUEST_ID,
    /** The contract refuses the line. */
    INVALID,
    /** No exposure has its request id. */
    UNMATCHED,
    /** Its exposure was left out by a filter; such outcomes stand outside every rate. */
    EXCLUDED,
    /** Repeats another outcome; only with outcome deduplication on. */
    DUPLICATE,
    /** Earlier than the exposure; counts for the KPIs all the same. */
    BEFORE_EXPOSURE,
    /** Later than the attribution window allows. */
    OUTSIDE_WINDOW,
    /** Its item is not in the exposed list; counts for the KPIs all the same. */
    ITEM_NOT_SHOWN,
    /** On a shown item, in time. */
    ATTRIBUTED;

    private static final OutcomeClass[] ALL = values();

    /** The name that reports use, for example {@code item_not_shown}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OutcomeClass of(byte ordinal) {
        return ALL[ordinal];
    }

    /** Whether the outcome's request id matches an exposure that is evaluated. */
    public boolean isMatched() {
        return compareTo(EXCLUDED) > 0;
    }

    /** Whether the outcome counts for KPIs and relevance. */
    public boolean counts() {
        return this == ATTRIBUTED || this == ITEM_NOT_SHOWN || this == BEFORE_EXPOSURE;
    }
}
