package io.github.recsyseval.stat;

import java.util.Optional;

/** An interval, or the reason why there is none: no number stands alone. */
public sealed interface IntervalOrReason permits Interval, NoInterval {

    /** The interval, if there is one. */
    default Optional<Interval> interval() {
        return this instanceof Interval interval ? Optional.of(interval) : Optional.empty();
    }

    /** Why there is no interval; empty if there is one. */
    default Optional<String> whyNot() {
        return this instanceof NoInterval none ? Optional.of(none.reason()) : Optional.empty();
    }
}
