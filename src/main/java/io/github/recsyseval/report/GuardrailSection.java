package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must not get worse: empty lists, errors, latency.
 *
 * @param limits the limits on these metrics set by the user
 * @param errorLogged exposures that log the field error. In error_rate all others count as not failed.
 * @param emptyByError empty lists by the value of error, which tells failures from lists without results
 * @param latency histogram of the latencies
 * @param bySegment the same metrics for every slice of the requested breakdowns, by name, for example surface=home|tenant_id=t1.
 *     Keys are sorted; backslash, | and = in the data are escaped by a backslash; an absent key is (missing).
 * @param byDay the same metrics for every day with exposures, by date (2026-11-02) in summary.time_zone. Outcomes belong to the
 *     day of their exposure.
 * @param byVariant the same metrics for every assigned variant, named experiment=...|variant=...; (missing) are requests without
 *     an assignment in that experiment, (contradicting) those with several variants. Empty without assignments.
 */
public record GuardrailSection(
        boolean trusted,
        List<MetricRow> metrics,
        List<LimitRow> limits,
        ShareRow errorLogged,
        List<EmptyRow> emptyByError,
        LatencyDistribution latency,
        Map<String, List<MetricRow>> bySegment,
        Map<String, List<MetricRow>> byDay,
        Map<String, List<MetricRow>> byVariant) {

    /** {@code n} of {@code of}; the rate is null when {@code of} is 0. */
    public record ShareRow(long n, long of, @Nullable Double rate) {}

    /**
     * Exposures that say the same about an error.
     *
     * @param error {@code true}, {@code false} or {@code not_logged}
     * @param exposures how many there are
     * @param empty how many of them have an empty list
     * @param emptyRate empty / exposures; null without exposures
     */
    public record EmptyRow(
            String error,
            long exposures,
            long empty,
            @Nullable Double emptyRate) {}

    /**
     * Latencies in bins of equal width; the last bin is open above and takes the rest.
     *
     * @param n exposures that log a latency
     * @param minMs null when none does, as {@code maxMs}
     */
    public record LatencyDistribution(
            long n, @Nullable Double minMs, @Nullable Double maxMs, List<LatencyBin> bins) {}

    /**
     * Latencies in {@code [fromMs, toMs)}.
     *
     * @param toMs null for the last bin, which is open above
     */
    public record LatencyBin(double fromMs, @Nullable Double toMs, long n) {}
}
