package io.github.recsyseval.metric;

import io.github.recsyseval.stat.IntervalOrReason;
import io.github.recsyseval.stat.OrderedValues;
import io.github.recsyseval.stat.QuantileInterval;
import io.github.recsyseval.stat.RatioMoments;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** What one slice (or the total) adds up to: requests, users, the moments of every metric by user, and the latencies. */
public final class SliceSums {
    /** The confidence level of every interval. */
    public static final double LEVEL = 0.95;

    /** The quantiles of latency that are reported. */
    public static final List<Double> LATENCY_QUANTILES = List.of(0.5, 0.95, 0.99);

    /**
     * A latency quantile.
     *
     * @param value milliseconds
     */
    public record LatencyQuantile(double q, double value, IntervalOrReason interval) {}

    private final RatioMoments[] moments;
    private final boolean keepLatencies;
    private long requests;
    private long users;
    private long latencies;
    private List<LatencyQuantile> quantiles = List.of();
    private @Nullable OrderedValues ordered;

    /** @param keepLatencies whether to keep all latencies besides their quantiles */
    SliceSums(int metrics, boolean keepLatencies) {
        this.keepLatencies = keepLatencies;
        moments = new RatioMoments[metrics];
        for (int i = 0; i < metrics; i++) {
            moments[i] = new RatioMoments();
        }
    }

    /** Adds one user's totals: of each metric the sum of its numerators and how many requests count for it. */
    void addUser(long userRequests, double[] sums, long[] counted) {
        requests += userRequests;
        users++;
        for (int i = 0; i < moments.length; i++) {
            if (counted[i] > 0) {
                moments[i].add(sums[i], (double) counted[i]);
            }
        }
    }

    void latency(OrderedValues values, DoubleFunction<RatioMoments> belowOrAt) {
        latencies = values.count();
        ordered = keepLatencies ? values : null;
        if (values.count() > 0) {
            quantiles = LATENCY_QUANTILES.stream()
                    .map(q -> {
                        double value = values.quantile(q);
                        return new LatencyQuantile(
                                q, value, QuantileInterval.clustered(values, q, belowOrAt.apply(value), LEVEL));
                    })
                    .toList();
        }
    }

    public long requests() {
        return requests;
    }

    /** Distinct users. */
    public long users() {
        return users;
    }

    /** The moments of the i-th metric of the plan. */
    public RatioMoments moments(int i) {
        return moments[i];
    }

    /** Requests with a latency. */
    public long latencies() {
        return latencies;
    }

    /** All latencies; null where only their quantiles were kept. */
    public @Nullable OrderedValues latencyValues() {
        return ordered;
    }

    /** In the order of {@link #LATENCY_QUANTILES}; empty when no latency is logged. */
    public List<LatencyQuantile> latencyQuantiles() {
        return quantiles;
    }
}
