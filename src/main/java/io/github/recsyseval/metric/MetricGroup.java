package io.github.recsyseval.metric;

import java.util.List;
import java.util.function.Supplier;

/**
 * Metrics that are computed together.
 *
 * @param metrics in the order in which the scorer writes them
 * @param scorers makes a scorer for each thread
 */
public record MetricGroup(List<RequestMetric> metrics, Supplier<RequestScorer> scorers) {
    public MetricGroup {
        metrics = List.copyOf(metrics);
    }
}
