package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * A confidence interval.
 *
 * @param lower lower end; null if unbounded below
 * @param upper upper end; null if unbounded above
 * @param method how the interval was computed, for example delta_by_user
 */
public record IntervalRow(@Nullable Double lower, @Nullable Double upper, double level, String method) {
    /** The same with both ends multiplied. */
    public IntervalRow times(double factor) {
        return new IntervalRow(
                lower == null ? null : (Double) (factor * lower),
                upper == null ? null : (Double) (factor * upper),
                level,
                method);
    }
}
