package io.github.recsyseval.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.event.Exposure;
import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.join.ExposureBatch;
import io.github.recsyseval.join.OrphanRule;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RequestJoin;
import io.github.recsyseval.join.Selection;
import io.github.recsyseval.spill.SpillBudget;
import io.github.recsyseval.spill.SpillSpace;
import io.github.recsyseval.stat.Mix64;
import io.github.recsyseval.stat.RatioKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ledger holds has a bound, be it rows or their numerators. */
class RequestLedgerTest {
    private static final int REQUESTS = 40_000;
    private static final long BUDGET = 4 << 20;

    @TempDir
    private Path folder;

    /** 4 MiB hold 58,254 rows of 20 + 52 bytes. */
    @Test
    void holdsManyRequestsThatAreAlike() {
        RequestLedger ledger = new RequestLedger(plan(1), spilled(plan(1)), 1);
        fill(ledger);
        assertThat(ledger.held()).isEqualTo(REQUESTS);
    }

    /** A quarter of 4 MiB holds 10,922 patterns of a numerator, six times 16 bytes each. */
    @Test
    void passesRequestsOnThatHaveNumeratorsOfTheirOwn() {
        MetricPlan plan = plan(REQUESTS);
        SpilledLedger spilled = spilled(plan);
        RequestLedger ledger = new RequestLedger(plan, spilled, 1);
        fill(ledger);
        assertThat(ledger.held()).isEqualTo(REQUESTS - 3 * 10_922);
        assertThat(spilled.sums(List.of(ledger), 1).total().moments(0).numerator())
                .isEqualTo(REQUESTS * (REQUESTS - 1L) / 2.0);
    }

    private SpilledLedger spilled(MetricPlan plan) {
        return new SpilledLedger(new SpillBudget(BUDGET, new SpillSpace(folder)), plan);
    }

    /** A metric whose numerators are 0, 1, 2 and so on, before they begin anew. */
    private static MetricPlan plan(int different) {
        RequestMetric metric =
                new RequestMetric("price", "price / exposures", RatioKind.MEAN, RequestMetric.Better.HIGHER);
        int[] next = {0};
        RequestScorer scorer = (request, out, at) -> out[at] = next[0]++ % different;
        return new MetricPlan(List.of(new MetricGroup(List.of(metric), () -> scorer)), 0);
    }

    private static void fill(RequestLedger ledger) {
        OutcomeIndex outcomes = new OutcomeIndex();
        outcomes.build(OrphanRule.KEEP_ALL);
        AssignmentIndex assignments = new AssignmentIndex();
        assignments.build(OrphanRule.KEEP_ALL);
        RequestJoin join = new RequestJoin(outcomes, assignments, Attribution.DEFAULT, REQUESTS);
        RequestJoin.Side side = join.side(ledger::add);
        ExposureBatch batch = new ExposureBatch(0);
        Exposure exposure = new Exposure(0);
        for (int i = 0; i < REQUESTS; i++) {
            exposure.requestFirst = Mix64.at(1, i);
            exposure.user = Mix64.at(2, i);
            batch.add(exposure, new int[0], Selection.EVALUATED, 0, 0);
        }
        batch.find(assignments);
        join.settle(batch);
        side.join(batch);
    }
}
