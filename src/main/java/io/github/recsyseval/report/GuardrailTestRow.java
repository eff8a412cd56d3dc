package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guardrail of the candidate, tested one-sided at alpha (5 %) without correction for multiple tests, because all guardrails
 * must hold.
 *
 * @param guardrail the guardrail as given
 * @param rule the rule. One of {@code max}, {@code min}, {@code max_increase}, {@code max_relative_increase}, {@code max_drop},
 *     {@code max_relative_drop}.
 * @param limit the number in the rule
 * @param limitUnit unit of the limit: lift for relative rules, else that of the metric
 * @param setBy {@code default}: breaks only if harm is established. {@code user}: holds only if shown to hold.
 * @param change what is compared with the limit: the value, or the change for the worse; null if it cannot be judged
 * @param lower lower bound of the change with confidence 1 - alpha (95 %); null if unbounded or unknown
 * @param pValue one-sided p-value of the rule being broken; null if only the bounds decide
 * @param verdict {@code holds}; {@code broken} (established); {@code undecided} in between; {@code doubtful} if it would be
 *     broken, but only with a few heavy users; {@code unknown} if it cannot be judged; {@code untrusted} if a finding says that
 *     its field is logged wrongly
 * @param message what is wrong; empty if it holds
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
