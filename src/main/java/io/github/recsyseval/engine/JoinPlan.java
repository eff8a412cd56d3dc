package io.github.recsyseval.engine;

import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.slice.Breakdown;
import io.github.recsyseval.source.InputSet;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides what a run reads and computes.
 *
 * @param assignments may be {@link InputSet#NONE}
 * @param breakdowns in the order of the command line
 * @param days the time zone by whose days figures are broken down; empty for no days
 * @param hours the time zone by whose hours joins are broken down; empty for no hours
 * @param metrics computed for every evaluated request
 * @param forExperiment what an experiment needs besides
 */
public record JoinPlan(
        InputSet exposures,
        InputSet outcomes,
        InputSet assignments,
        List<Breakdown> breakdowns,
        Optional<ZoneId> days,
        Optional<ZoneId> hours,
        List<MetricGroup> metrics,
        ExposureFilter filter,
        Attribution attribution,
        ReadOptions read,
        ExperimentColumns forExperiment) {
    public JoinPlan {
        breakdowns = List.copyOf(breakdowns);
        metrics = List.copyOf(metrics);
    }

    /** A plan without hours and without an experiment. */
    public JoinPlan(
            InputSet exposures,
            InputSet outcomes,
            InputSet assignments,
            List<Breakdown> breakdowns,
            Optional<ZoneId> days,
            List<MetricGroup> metrics,
            ExposureFilter filter,
            Attribution attribution,
            ReadOptions read) {
        this(
                exposures,
                outcomes,
                assignments,
                breakdowns,
                days,
                Optional.empty(),
                metrics,
                filter,
                attribution,
                read,
                ExperimentColumns.NONE);
    }
}
