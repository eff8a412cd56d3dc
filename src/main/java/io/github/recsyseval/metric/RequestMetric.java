package io.github.recsyseval.metric;

import io.github.recsyseval.stat.RatioKind;

/**
 * A figure that is a sum over requests divided by their number.
 *
 * @param name as in reports and on the command line
 * @param definition one line for people: numerator / denominator
 * @param kind what the ratio can be, which decides its interval
 * @param base which requests the divisor counts
 * @param better which direction is good
 */
public record RequestMetric(String name, String definition, RatioKind kind, Base base, Better better) {
    /** Which requests count in the divisor. */
    public enum Base {
        /** Every evaluated exposure. */
        EXPOSURES,
        /** Exposures that the convention judges, usually those with a relevant item. */
        JUDGED
    }

    /** The good direction. */
    public enum Better {
        HIGHER,
        LOWER
    }
}
