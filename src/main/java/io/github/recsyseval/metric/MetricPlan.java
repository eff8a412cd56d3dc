package io.github.recsyseval.metric;

import java.util.List;

/**
 * What is computed for each request, in which order.
 *
 * @param breakdowns how many breakdowns there are besides the total
 */
public record MetricPlan(List<MetricGroup> groups, int breakdowns) {
    public MetricPlan {
        groups = List.copyOf(groups);
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
