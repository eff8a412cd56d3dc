package io.github.recsyseval.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The experiment in the Go tool's report. Users whom several arms served are left out, so that counts may be smaller than there.
 *
 * @param bySegment by segment, {@code __all__} without slice keys
 * @param cuped absent where no covariate is asked for, or nothing is adjusted by it
 * @param power absent without a plan in the file, like {@code srm}
 * @param significance absent where no arm can be compared
 * @param decision not in the Go tool's report, which has it in a file of its own only; absent where none is asked for
 */
public record RunExperiment(
        String experimentId,
        List<Variant> variants,
        Map<String, List<Variant>> bySegment,
        Guardrails guardrails,
        @Nullable Cuped cuped,
        @Nullable Power power,
        @Nullable List<Significance> significance,
        @Nullable Srm srm,
        @Nullable Outcome decision) {

    /**
     * A variant.
     *
     * @param users distinct users; not in the Go tool's report
     * @param throughputRps exposures by the seconds between the first and the last; absent where these are the same
     * @param ctrAdjusted by the covariate; absent without, as {@code conversionRateAdjusted}, and in segments
     */
    public record Variant(
            String variant,
            long users,
            long exposures,
            long clicks,
            long conversions,
            double ctr,
            double conversionRate,
            double revenue,
            double revenuePerRequest,
            @Nullable Double throughputRps,
            @Nullable Double ctrAdjusted,
            @Nullable Double conversionRateAdjusted) {}

    public record Guardrails(List<Guardrail> perVariant) {}

    /**
     * Guardrails of a variant. A limit that is not in the file passes; 0 is a limit.
     *
     * @param latencyP95Ms absent where no latency is logged, which passes no limit
     */
    public record Guardrail(
            String variant,
            @Nullable Double latencyP95Ms,
            double errorRate,
            double emptyRate,
            boolean passLatency,
            boolean passErrorRate,
            boolean passEmptyRate) {}

    /**
     * The adjustment by a context value.
     *
     * @param coverageRate share of users whose value is known; the Go tool's is that of exposures
     */
    public record Cuped(
            boolean enabled,
            String covariateKey,
            @Nullable Double thetaCtr,
            @Nullable Double thetaConversionRate,
            @Nullable Double coverageRate) {}

    public record Power(
            String metric,
            double baselineRate,
            double mde,
            double alpha,
            double power,
            long sampleSizePerVariant,
            @Nullable Double estimatedDays) {}

    /**
     * A test of a variant against the control, by user.
     *
     * @param segment absent for all exposures
     * @param pValue absent where no test is possible, with the reason
     * @param correction {@code holm} over the primary metrics and arms, {@code none} for other metrics, {@code fdr_bh} for segments
     */
    public record Significance(
            String metric,
            String variant,
            @Nullable String segment,
            @Nullable Double pValue,
            @Nullable Double adjustedPValue,
            boolean significant,
            boolean primary,
            String correction,
            @Nullable String reason) {}

    /** @param bySegment absent without {@code slice_keys} */
    public record Srm(
            double alpha,
            long minSample,
            SrmResult global,
            @Nullable Map<String, SrmResult> bySegment) {}

    /**
     * A test of the split.
     *
     * @param adjustedPValue by Benjamini and Hochberg over all segments, which decides about a segment; absent for all users, and not
     *     in the Go tool's report
     * @param observed users by variant; the Go tool counts rows
     */
    public record SrmResult(
            double pValue,
            @Nullable Double adjustedPValue,
            Map<String, Long> observed,
            Map<String, Double> expected,
            boolean detected,
            long sampleSize) {}

    /** @param decision {@code ship}, {@code hold} or {@code fail} */
    public record Outcome(String decision, List<String> reasons, List<String> whatWouldChange) {}
}
