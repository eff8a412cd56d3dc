package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * One rule of a regression gate and how it fared.
 *
 * @param gate as it was given
 * @param segment the slice; null for all exposures
 * @param rule {@code max_drop}, {@code max_relative_drop}, {@code min} or {@code max}
 * @param mode {@code point}, {@code ci} or {@code ci_strict}
 * @param value of the metric; null when there is none, which fails
 * @param baseline the value before; null where the rule needs none or there is none, which fails
 * @param interval what the modes with an interval look at: of the metric, or of the drop
 * @param verdict {@code pass} or {@code fail}
 * @param reason why it failed; null when it passed
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
