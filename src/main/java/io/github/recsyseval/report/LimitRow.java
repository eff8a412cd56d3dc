package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * A limit and whether it holds.
 *
 * @param name the limited metric, for example outcome_join_rate
 * @param relation whether the value must be at least or at most the limit. One of {@code at_least}, {@code at_most}.
 * @param unit unit of value and limit: {@code share} (0 to 1), {@code count}, {@code ms}, "relative" (change / baseline) or
 *     {@code share_difference}
 * @param value the measured value. Null if it cannot be evaluated, which fails the limit.
 * @param baseline the value in the baseline, for limits relative to a baseline; null for all others, and if the baseline has no
 *     such value
 * @param interval confidence interval of the value; null if there is none
 * @param setBy {@code user}: set by an option or a configuration key. {@code default}: not set by the user.
 * @param decides the consequence of a failure: the metrics are not trusted, or the exit code is 5. With {@code --strict}, a limit
 *     that decides trust decides the exit code, too. One of {@code trust}, {@code exit_code}.
 * @param verdict whether the limit holds. One of {@code pass}, {@code fail}.
 * @param message what is wrong and how to fix it; empty if the limit holds
 */
public record LimitRow(
        String name,
        String relation,
        String unit,
        double limit,
        @Nullable Double value,
        @Nullable Double baseline,
        @Nullable IntervalRow interval,
        String setBy,
        String decides,
        String verdict,
        String message) {
    /** Whether a failure ends the run with an exit code of its own. */
    public boolean decidesExitCode() {
        return decides.equals("exit_code");
    }

    /** Whether the user demanded it and it failed. */
    public boolean failedItsUser() {
        return failed() && setBy.equals("user");
    }

    /** The same with the interval of its value. */
    public LimitRow with(@Nullable IntervalRow ofValue) {
        return new LimitRow(name, relation, unit, limit, value, baseline, ofValue, setBy, decides, verdict, message);
    }

    /** Whether the limit failed. */
    public boolean failed() {
        return verdict.equals("fail");
    }
}
