package io.github.recsyseval.engine;

import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.slice.Breakdown;
import io.github.recsyseval.source.InputSet;
import java.util.List;

/**
 * Everything that decides what a run reads and computes.
 *
 * @param assignments may be {@link InputSet#NONE}
 * @param breakdowns in the order of the command line
 * @param metrics computed for every evaluated request
 */
public record JoinPlan(
        InputSet exposures,
        InputSet outcomes,
        InputSet assignments,
        List<Breakdown> breakdowns,
        List<MetricGroup> metrics,
        ExposureFilter filter,
        Attribution attribution,
        ReadOptions read) {
    public JoinPlan {
        breakdowns = List.copyOf(breakdowns);
        metrics = List.copyOf(metrics);
    }
}
