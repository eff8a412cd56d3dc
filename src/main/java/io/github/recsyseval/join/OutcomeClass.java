package io.github.recsyseval.join;

import java.util.Locale;

/** What became of an outcome. Each has exactly one class: the first in this order that fits. */
public enum OutcomeClass {
    /** No request_id, or an empty one; valid or not. */
    MISSING_REQUEST_ID("it has no request_id"),
    /** The contract refuses the line. */
    INVALID("the line does not match the schema"),
    /** No exposure has its request id, and no filter leaves out its own user or time. */
    UNMATCHED("no exposure has its request_id"),
    /**
     * A filter left out its exposure or, where it has none, its own user or time; such outcomes stand outside every rate, except that the
     * join rate counts those of {@link Selection#OTHER_CONTEXT}.
     */
    EXCLUDED("its exposure was left out by a filter or, without one, its own user or time"),
    /** Repeats another outcome; only with outcome deduplication on. */
    DUPLICATE("repeats another outcome of the request"),
    /** Earlier than the exposure; counts for the KPIs all the same. */
    BEFORE_EXPOSURE("earlier than its exposure; it counts anyway"),
    /** Later than the attribution window allows. */
    OUTSIDE_WINDOW("later than the attribution window allows"),
    /** Its item is not in the exposed list; counts for the KPIs all the same. */
    ITEM_NOT_SHOWN("its item is not in the exposed list; it counts anyway"),
    /** On a shown item, in time. */
    ATTRIBUTED("on a shown item, in time");

    private static final OutcomeClass[] ALL = values();

    private final String reason;

    OutcomeClass(String reason) {
        this.reason = reason;
    }

    /** Why an outcome is in this class, as a clause without quotation marks. */
    public String reason() {
        return reason;
    }

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
