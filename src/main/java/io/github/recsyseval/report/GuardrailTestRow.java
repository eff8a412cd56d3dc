package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule against harm, tested one-sided at alpha and without correction, because all of them have to hold.
 *
 * @param guardrail as it was given
 * @param rule {@code max}, {@code min}, {@code max_increase}, {@code max_relative_increase}, {@code max_drop} or
 *     {@code max_relative_drop}
 * @param limit the number of the rule
 * @param limitUnit of the limit and of the change
 * @param setBy {@code default} or {@code user}; a default one only stops what is established harm
 * @param change what is held against the limit: the value, or the change for the worse; null when it cannot be evaluated
 * @param lower the change is at least this, with confidence 1 - alpha; null for unbounded or unknown, as {@code upper}
 * @param pValue of "the rule is broken", one-sided; null where the bounds decide
 * @param verdict {@code holds}, {@code broken}, {@code undecided}, {@code doubtful} where it would be broken but only with a few heavy
 *     users, {@code unknown}, or {@code untrusted} where a finding says that the field behind it is logged wrongly
 * @param message what is wrong and what to do about it; empty when it holds
 */
public record GuardrailTestRow(
        String guardrail,
        String metric,
        String unit,
        String rule,
        double limit,
        String limitUnit,
        String setBy,
        @Nullable Double control,
        @Nullable Double value,
        @Nullable Double change,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Double pValue,
        String verdict,
        String message) {

    /** Whether it keeps an experiment from being shipped. */
    public boolean blocks() {
        return List.of("broken", "doubtful", "untrusted").contains(verdict)
                || setBy.equals("user") && !verdict.equals("holds");
    }
}
