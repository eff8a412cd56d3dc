package io.github.recsyseval.evaluation;

/**
 * A metric that gates can name.
 *
 * @param name as in reports, {@code ndcg@10}
 * @param higherIsBetter which way is an improvement
 * @param isShare whether its values lie in [0, 1]; others have no upper end
 */
public record GatedMetric(String name, boolean higherIsBetter, boolean isShare) {

    /** Whether a gate on it holds whatever its value is, as {@code max_relative_drop=2} does, where 2 % was meant. */
    public boolean canNeverFail(Gate gate) {
        return switch (gate.rule()) {
            case MIN -> gate.limit() < 0; // 0 demands that there is a value
            case MAX, MAX_DROP -> isShare && gate.limit() >= 1;
            case MAX_RELATIVE_DROP -> higherIsBetter && gate.limit() >= 1;
        };
    }

    /** Why. */
    public String bounds() {
        return name + " is " + (isShare ? "always from 0 to 1" : "never below 0");
    }
}
