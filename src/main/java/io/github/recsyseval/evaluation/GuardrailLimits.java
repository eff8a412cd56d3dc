package io.github.recsyseval.evaluation;

import io.github.recsyseval.report.BaselineReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits on guardrails that the user set; null for those not set. Zero is a limit.
 *
 * @param maxEmptyRate a share from 0 to 1, as is {@code maxErrorRate}
 * @param maxLatencyP95Ms milliseconds from 0 up, as is {@code maxLatencyP99Ms}
 * @param increases by how much guardrails may be worse than in the baseline
 * @param baseline the earlier report; null where none is given
 */
public record GuardrailLimits(
        @Nullable Double maxEmptyRate,
        @Nullable Double maxErrorRate,
        @Nullable Double maxLatencyP95Ms,
        @Nullable Double maxLatencyP99Ms,
        List<IncreaseLimit> increases,
        @Nullable BaselineReport baseline) {
    public static final GuardrailLimits NONE = new GuardrailLimits(null, null, null, null, List.of(), null);
}
