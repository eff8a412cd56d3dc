package io.github.recsyseval.metric;

import java.util.List;

/**
 * What is computed for each request, in which order.
 *
 * @param breakdowns how many breakdowns there are besides the total
 * @param withTimes whether the ledger keeps the time of each request, another 8 bytes
 */
public record MetricPlan(List<MetricGroup> groups, int breakdowns, boolean withTimes) {
    public MetricPlan {
        groups = List.copyOf(groups);
    }

    /** A plan that keeps no times. */
    public MetricPlan(List<MetricGroup> groups, int breakdowns) {
        this(groups, breakdowns, false);
    }

    /** All metrics, in the order of the numerators. */
    public List<RequestMetric> metrics() {
        return groups.stream().flatMap(group -> group.metrics().stream()).toList();
    }

    /** The length of a vector of numerators. */
    int width() {
        return metrics().size();
    }
}
