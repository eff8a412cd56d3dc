package io.github.recsyseval.metric;

import java.util.List;
import java.util.function.Supplier;

/**
 * Metrics that are computed together.
 *
 * @param metrics in the order in which the scorer writes them
 * @param scorers makes a scorer for each thread
 * @param outcomesDecide whether requests without outcomes all have the same numerators, as far as their lists are empty or not, and
 *     their lines say the same about an error and log a latency or none; most requests are such, and they need not be scored one by one. False for scorers that
 *     have to see every request
 */
public record MetricGroup(
        List<RequestMetric> metrics, Supplier<? extends RequestScorer> scorers, boolean outcomesDecide) {
    public MetricGroup {
        metrics = List.copyOf(metrics);
    }

    /** A group whose scorers see every request. */
    public MetricGroup(List<RequestMetric> metrics, Supplier<? extends RequestScorer> scorers) {
        this(metrics, scorers, false);
    }
}
