package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * One limit and how it fared.
 *
 * @param name for example {@code outcome_join_rate}
 * @param relation {@code at_least} or {@code at_most}
 * @param unit of value and limit: share, count, ms, a change relative to the baseline, or share_difference
 * @param value null when it cannot be evaluated, which fails
 * @param baseline the figure of the baseline, for limits relative to one; null for others, and where it has none
 * @param interval of the value; null where there is none
 * @param setBy {@code user} where an option or key gives it, else {@code default}
 * @param decides {@code trust} or {@code exit_code}: what follows when it fails; under {@code --strict} trust decides the exit code too
 * @param verdict {@code pass} or {@code fail}
 * @param message what is wrong and what to do about it; empty when it passes
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
