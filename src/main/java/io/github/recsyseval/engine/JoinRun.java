package io.github.recsyseval.engine;

import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.join.JoinTally;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RequestJoin;
import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.metric.MetricPlan;
import io.github.recsyseval.metric.kpi.RankClicks;
import io.github.recsyseval.slice.SliceTable;
import java.util.List;
import java.util.stream.Stream;

/** All that a run found out; evaluations read their figures from here. */
public record JoinRun(
        InputAccount exposures,
        InputAccount outcomes,
        InputAccount assignments,
        RequestJoin join,
        JoinTally tally,
        OutcomeIndex outcomeIndex,
        AssignmentIndex assignmentIndex,
        RankClicks rankClicks,
        SliceColumns columns,
        MetricPlan metrics,
        LedgerSums sums) {

    /** The breakdowns asked for. */
    public List<SliceTable> slices() {
        return columns.tables();
    }

    /** One sentence for each file that could not be read to its end. */
    public List<String> failures() {
        return Stream.of(exposures, outcomes, assignments)
                .flatMap(account -> account.failures().stream())
                .toList();
    }
}
