package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * One limit and how it fared.
 *
 * @param name for example {@code outcome_join_rate}
 * @param relation {@code at_least} or {@code at_most}
 * @param unit {@code share}, {@code count} or {@code ms}, of value and limit
 * @param value null when it cannot be evaluated, which fails
 * @param setBy {@code default} or {@code user}; only limits set by the user, or all under {@code --strict}, change the exit code
 * @param verdict {@code pass} or {@code fail}
 * @param message what is wrong and what to do about it; empty when it passes
 */
public record LimitRow(
        String name,
        String relation,
        String unit,
        double limit,
        @Nullable Double value,
        String setBy,
        String verdict,
        String message) {
    /** Whether the limit failed. */
    public boolean failed() {
        return verdict.equals("fail");
    }
}
