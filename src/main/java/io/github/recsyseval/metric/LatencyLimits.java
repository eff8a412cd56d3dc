package io.github.recsyseval.metric;

import io.github.recsyseval.stat.OrderedValues;
import io.github.recsyseval.stat.QuantileInterval;
import java.util.TreeSet;

/**
 * The limits in milliseconds, up to which latencies are counted by user, that the intervals of {@link SliceSums#LATENCY_QUANTILES} need: each
 * quantile and, where many values equal it, the largest number below it.
 */
final class LatencyLimits {
    private LatencyLimits() {}

    /** Ascending, each once; none without values. */
    static double[] of(OrderedValues values) {
        TreeSet<Double> limits = new TreeSet<>();
        if (values.count() > 0) {
            for (double q : SliceSums.LATENCY_QUANTILES) {
                limits.add(values.quantile(q));
                limits.add(below(values, q));
            }
        }
        return limits.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Up to where latencies are below a quantile; the quantile itself where too few values equal it to matter. */
    static double below(OrderedValues values, double q) {
        double quantile = values.quantile(q);
        return QuantileInterval.isTied(values, q) ? Math.nextDown(quantile) : quantile;
    }
}
