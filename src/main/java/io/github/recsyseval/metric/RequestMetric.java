package io.github.recsyseval.metric;

import io.github.recsyseval.stat.RatioKind;

/**
 * A figure that is a sum over requests divided by how many of them count.
 *
 * @param name as in reports and on the command line
 * @param definition one line for people: numerator / denominator
 * @param kind what the ratio can be, which decides its interval
 * @param better which direction is good
 */
public record RequestMetric(String name, String definition, RatioKind kind, Better better) {
    /** The good direction. */
    public enum Better {
        HIGHER,
        LOWER
    }
}
