package io.github.recsyseval.metric;

import io.github.recsyseval.stat.IntervalOrReason;
import io.github.recsyseval.stat.OrderedValues;
import io.github.recsyseval.stat.QuantileInterval;
import io.github.recsyseval.stat.RatioMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
     * @param interval at {@link #LEVEL}
     * @param bounds at {@link #BOUNDS_LEVEL}: each end is a one-sided bound at {@link #LEVEL}
     */
    public record LatencyQuantile(double q, double value, IntervalOrReason interval, IntervalOrReason bounds) {}

    /** The level of an interval whose ends are one-sided bounds at {@link #LEVEL}. */
    public static final double BOUNDS_LEVEL = 0.90;

    /** Users with this many blank requests or more are added one by one. */
    private static final int MANY = 64;

    private final RequestMetric[] metrics;
    private final RatioMoments[] moments;
    private final long[] blankUsers = new long[MANY];
    private long requests;
    private long users;
    private @Nullable GroupTotals group;
    private long latencies;
    private List<LatencyQuantile> quantiles = List.of();
    private boolean keepsLatencies;
    private @Nullable OrderedValues ordered;

    SliceSums(RequestMetric[] metrics) {
        this.metrics = metrics;
        moments = new RatioMoments[metrics.length];
        for (int i = 0; i < moments.length; i++) {
            moments[i] = new RatioMoments();
        }
    }

    /** Adds one user's totals: of each metric the sum of its numerators and how many requests count for it. */
    void addUser(long userRequests, double[] sums, long[] counted) {
        requests += userRequests;
        users++;
        for (int i = 0; i < moments.length; i++) {
            if (counted[i] > 0) {
                if (Math.abs(sums[i]) <= RatioMoments.LARGEST) {
                    moments[i].add(metrics[i].numerator(sums[i]), metrics[i].denominator(counted[i]));
                } else {
                    moments[i].markTooLarge();
                }
            }
        }
    }

    /** Takes out a user who was added with the same totals. */
    void removeUser(long userRequests, double[] sums, long[] counted) {
        requests -= userRequests;
        users--;
        for (int i = 0; i < moments.length; i++) {
            if (counted[i] > 0) {
                if (Math.abs(sums[i]) <= RatioMoments.LARGEST) {
                    moments[i].remove(metrics[i].numerator(sums[i]), metrics[i].denominator(counted[i]));
                } else {
                    moments[i].unmarkTooLarge();
                }
            }
        }
    }

    /** A copy without latencies. */
    SliceSums withoutLatencies() {
        SliceSums copy = new SliceSums(metrics);
        copy.add(this);
        return copy;
    }

    /**
     * Adds a user who has nothing but requests of the blank pattern, whose numerators are 0 or NaN; {@link #endBlankUsers} has to
     * follow the last one. Most users are such users, and alike.
     */
    void addBlankUser(int userRequests, double[] blank) {
        requests += userRequests;
        users++;
        if (userRequests < MANY) {
            blankUsers[userRequests]++;
        } else {
            addAlike(blank, userRequests, 1);
        }
    }

    void endBlankUsers(double[] blank) {
        for (int userRequests = 1; userRequests < MANY; userRequests++) {
            addAlike(blank, userRequests, blankUsers[userRequests]);
            blankUsers[userRequests] = 0;
        }
    }

    private void addAlike(double[] blank, int userRequests, long times) {
        for (int i = 0; times > 0 && i < moments.length; i++) {
            if (!Double.isNaN(blank[i])) {
                moments[i].addAlike(0, metrics[i].denominator(userRequests), times);
            }
        }
    }

    /** Adds one user's totals, as {@link #addUser}, to a group of users that counts as one; {@link #endGroup} has to follow. */
    void addToGroup(long userRequests, double[] sums, long[] counted) {
        GroupTotals totals = group == null ? new GroupTotals(metrics) : group;
        group = totals;
        requests += userRequests;
        users++;
        totals.add(sums, counted);
    }

    void endGroup() {
        if (group != null) {
            group.endInto(moments);
        }
    }

    /** Adds sums over other users; latencies are not among them. */
    void add(SliceSums other) {
        requests += other.requests;
        users += other.users;
        for (int i = 0; i < moments.length; i++) {
            moments[i].add(other.moments[i]);
        }
    }

    /** Makes the latencies themselves available later, not only their quantiles. */
    void keepLatencies() {
        keepsLatencies = true;
    }

    /**
     * Takes the latencies.
     *
     * @param limits those of {@link LatencyLimits}
     * @param upTo for each limit, by user: how many latencies are at most the limit, among how many
     */
    void latency(OrderedValues values, double[] limits, List<RatioMoments> upTo) {
        latencies = values.count();
        ordered = keepsLatencies ? values : null;
        if (values.count() == 0) {
            return;
        }
        List<LatencyQuantile> found = new ArrayList<>();
        for (double q : LATENCY_QUANTILES) {
            double value = values.quantile(q);
            RatioMoments belowOrAt = upTo.get(Arrays.binarySearch(limits, value));
            RatioMoments below = upTo.get(Arrays.binarySearch(limits, LatencyLimits.below(values, q)));
            found.add(new LatencyQuantile(
                    q,
                    value,
                    QuantileInterval.clustered(values, q, belowOrAt, below, LEVEL),
                    QuantileInterval.clustered(values, q, belowOrAt, below, BOUNDS_LEVEL)));
        }
        quantiles = List.copyOf(found);
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
