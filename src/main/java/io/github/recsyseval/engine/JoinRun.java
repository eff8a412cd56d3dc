package io.github.recsyseval.engine;

import io.github.recsyseval.diagnosis.Evidence;
import io.github.recsyseval.diagnosis.OutcomeWatch;
import io.github.recsyseval.diagnosis.RequestWatch;
import io.github.recsyseval.join.AssignmentBooks;
import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.join.JoinTally;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RequestJoin;
import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.metric.MetricPlan;
import io.github.recsyseval.metric.kpi.RankClicks;
import io.github.recsyseval.slice.SliceTable;
import io.github.recsyseval.spill.SpillBudget;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All that a run found out; evaluations read their figures from here.
 *
 * @param filterKeysNeverMet context keys that the filter asks for and no valid exposure has
 * @param excludedUsersNeverMet whether the filter leaves out users and no valid exposure is of any of them
 * @param memory what it was given; a further run beside it may take as much
 */
public record JoinRun(
        InputAccount exposures,
        InputAccount outcomes,
        InputAccount assignments,
        RequestJoin join,
        JoinTally tally,
        OutcomeIndex outcomeIndex,
        AssignmentIndex assignmentIndex,
        Supplier<AssignmentBooks> assignmentBooks,
        RankClicks rankClicks,
        RequestWatch requestWatch,
        OutcomeWatch outcomeWatch,
        SliceColumns columns,
        MetricPlan metrics,
        LedgerSums sums,
        List<String> filterKeysNeverMet,
        boolean excludedUsersNeverMet,
        SpillBudget memory) {

    /** The breakdowns asked for. */
    public List<SliceTable> slices() {
        return columns.tables();
    }

    /** What the diagnosis looks at. */
    public Evidence evidence() {
        return new Evidence(
                exposures.ledger().valid(),
                exposures.ledger().invalid(),
                outcomes.completeness().total(),
                outcomes.completeness().missingRequestId(),
                join,
                tally,
                outcomeIndex,
                assignmentIndex,
                assignmentBooks,
                columns.arms(),
                requestWatch,
                outcomeWatch);
    }

    /** One sentence for each file that could not be read to its end. */
    public List<String> failures() {
        return Stream.of(exposures, outcomes, assignments)
                .flatMap(account -> account.failures().stream())
                .toList();
    }
}
