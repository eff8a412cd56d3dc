package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.InputAccount;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.event.Contract;
import io.github.recsyseval.report.LimitRow;
import io.github.recsyseval.stat.RatioMoments;
import java.util.ArrayList;
import java.util.List;

/** The default limits that decide whether figures are trusted, and the limit on invalid lines that ends a run with exit 5. */
final class TrustLimits {
    private final EvaluationPlan plan;
    private final JoinRun run;
    private final RatioMoments outcomeJoin;

    TrustLimits(EvaluationPlan plan, JoinRun run, RatioMoments outcomeJoin) {
        this.plan = plan;
        this.run = run;
        this.outcomeJoin = outcomeJoin;
    }

    List<LimitRow> rows() {
        List<LimitRow> rows = new ArrayList<>();
        rows.add(exposures());
        rows.add(outcomes());
        invalid(Contract.EXPOSURE, run.exposures(), rows);
        invalid(Contract.OUTCOME, run.outcomes(), rows);
        if (!run.assignments().ledger().inputs().isEmpty()) {
            invalid(Contract.ASSIGNMENT, run.assignments(), rows);
        }
        return rows;
    }

    private LimitRow exposures() {
        long evaluated = run.tally().evaluated();
        boolean pass = evaluated > 0;
        return new LimitRow(
                "exposures",
                "at_least",
                "count",
                1,
                (double) evaluated,
                Limits.DEFAULT,
                pass ? "pass" : "fail",
                pass
                        ? ""
                        : "there is no exposure to evaluate; is --exposures the right file, and do the filters leave any?");
    }

    private LimitRow outcomes() {
        return Limits.atLeast(
                DataQualityEvaluation.OUTCOME_JOIN_RATE.name(),
                Figures.finite(outcomeJoin.ratio()),
                Limits.MIN_OUTCOME_JOIN_RATE,
                Limits.DEFAULT,
                outcomeJoin.clusters() == 0
                        ? "there is no outcome, so nobody can tell whether the logs join"
                        : "propagate the request_id of the recommendation into every outcome, and export the same window");
    }

    private void invalid(Contract contract, InputAccount account, List<LimitRow> rows) {
        double rate = account.ledger().invalidRate();
        String name = "invalid_" + contract.plural();
        String fix = "recsys-eval validate --schema " + contract.schema() + " shows which and why";
        rows.add(Limits.atMost(name, rate, Limits.MAX_INVALID_RATE, Limits.DEFAULT, fix));
        rows.add(Limits.atMost(name, rate, plan.maxInvalidRate(), Limits.USER, fix));
    }
}
