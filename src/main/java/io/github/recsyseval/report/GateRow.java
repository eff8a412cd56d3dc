package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * One rule of a regression gate and its result.
 *
 * @param gate the gate as given
 * @param segment the slice; null for all exposures
 * @param rule the rule. One of {@code max_drop}, {@code max_relative_drop}, {@code min}, {@code max}.
 * @param mode {@code point}: the value decides. {@code ci}: fails only if the whole interval breaks the rule. {@code ci_strict}:
 *     passes only if the whole interval keeps the rule.
 * @param value value of the metric; null if there is none, which fails the gate
 * @param baseline value in the baseline; null if the rule needs none, or if there is none, which fails the gate
 * @param interval confidence interval of the metric or of its drop; null if there is none
 * @param verdict whether the rule holds. What cannot be evaluated fails. One of {@code pass}, {@code fail}.
 * @param reason why it failed; null if it passed
 */
public record GateRow(
        String gate,
        String metric,
        @Nullable String segment,
        String rule,
        double limit,
        String mode,
        @Nullable Double value,
        @Nullable Double baseline,
        @Nullable IntervalRow interval,
        String verdict,
        @Nullable String reason) {

    /** Whether the gate failed, or could not be evaluated. */
    public boolean failed() {
        return verdict.equals("fail");
    }
}
