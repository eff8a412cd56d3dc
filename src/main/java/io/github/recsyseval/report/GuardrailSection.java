package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must not get worse: empty lists, errors, latency.
 *
 * @param limits the limits that the user set on these figures
 * @param errorLogged which share of the exposures says at all whether the request failed
 * @param emptyByError how often the list is empty, by what the exposure says about an error
 * @param latency how the latencies spread
 * @param bySegment the same figures for every slice, by slice name, in the order of the names
 * @param byDay the same figures for every day, by date
 * @param byVariant the same figures for every variant; empty without assignments
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
