package io.github.recsyseval.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * The limits on guardrails that the user set; null for those not set. Zero is a limit.
 *
 * @param maxEmptyRate a share from 0 to 1, as is {@code maxErrorRate}
 * @param maxLatencyP95Ms milliseconds from 0 up, as is {@code maxLatencyP99Ms}
 */
public record GuardrailLimits(
        @Nullable Double maxEmptyRate,
        @Nullable Double maxErrorRate,
        @Nullable Double maxLatencyP95Ms,
        @Nullable Double maxLatencyP99Ms) {
    public static final GuardrailLimits NONE = new GuardrailLimits(null, null, null, null);
}
