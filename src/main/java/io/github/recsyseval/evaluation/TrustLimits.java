package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.InputAccount;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.event.Contract;
import io.github.recsyseval.report.LimitRow;
import java.util.ArrayList;
import java.util.List;

/** The default limits that decide whether figures are trusted, and the limit on invalid lines that ends a run with exit 5. */
final class TrustLimits {
    private static final String NO_EXPOSURE = "there is no exposure";

    private final EvaluationPlan plan;
    private final JoinRun run;
    private final JoinMoments joins;

    TrustLimits(EvaluationPlan plan, JoinRun run, JoinMoments joins) {
        this.plan = plan;
        this.run = run;
        this.joins = joins;
    }

    List<LimitRow> rows() {
        List<LimitRow> rows = new ArrayList<>();
        rows.add(exposures());
        rows.add(outcomes(Limits.MIN_OUTCOME_JOIN_RATE, LimitOrigin.TRUST));
        invalid(Contract.EXPOSURE, run.exposures(), rows);
        invalid(Contract.OUTCOME, run.outcomes(), rows);
        if (!run.assignments().ledger().inputs().isEmpty()) {
            invalid(Contract.ASSIGNMENT, run.assignments(), rows);
        }
        join(rows);
        return rows;
    }

    private void join(List<LimitRow> rows) {
        JoinLimits set = plan.limits().join();
        long evaluated = run.tally().evaluated();
        if (set.minOutcomeJoinRate() != null) {
            rows.add(outcomes(set.minOutcomeJoinRate(), LimitOrigin.USER));
        }
        if (set.minExposureJoinRate() != null) {
            rows.add(
                    Limits.atLeast(
                            "exposure_join_rate",
                            evaluated == 0 ? null : (double) run.tally().joined() / evaluated,
                            set.minExposureJoinRate(),
                            LimitOrigin.USER,
                            evaluated == 0
                                    ? NO_EXPOSURE
                                    : "check that outcomes are logged for every surface and that the export covers all of them"));
        }
        if (set.minAssignmentJoinRate() != null) {
            rows.add(Limits.atLeast(
                    DataQualityEvaluation.ASSIGNMENT_JOIN_RATE.name(),
                    isFilteredAway() ? null : Figures.finite(joins.assignments().ratio()),
                    set.minAssignmentJoinRate(),
                    LimitOrigin.USER,
                    joins.assignments().clusters() == 0
                            ? "there is no assignment"
                            : isFilteredAway()
                                    ? NO_EXPOSURE
                                    : "log the assignment with the request_id of the list that it led to"));
        }
        if (set.maxConflictingDuplicates() != null) {
            rows.add(conflicting(set.maxConflictingDuplicates(), evaluated));
        }
    }

    private LimitRow conflicting(long limit, long evaluated) {
        long conflicting = run.join().conflictingDuplicates();
        boolean pass = evaluated > 0 && conflicting <= limit;
        String is = "conflicting duplicates " + (evaluated == 0 ? "cannot be evaluated" : "are " + conflicting);
        return new LimitRow(
                "conflicting_duplicates",
                "at_most",
                "count",
                limit,
                evaluated == 0 ? null : (double) conflicting,
                null,
                null,
                LimitOrigin.USER.setBy,
                LimitOrigin.USER.decides,
                pass ? "pass" : "fail",
                pass
                        ? ""
                        : is + ", at most " + limit + " are allowed; "
                                + (evaluated == 0 ? NO_EXPOSURE : "make a fresh request_id for every list"));
    }

    /** Whether filters leave no exposure: the join rate is then one of what nobody asked for. */
    private boolean isFilteredAway() {
        return run.tally().evaluated() == 0 && run.exposures().ledger().valid() > 0;
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
                null,
                null,
                LimitOrigin.TRUST.setBy,
                LimitOrigin.TRUST.decides,
                pass ? "pass" : "fail",
                pass
                        ? ""
                        : "there is no exposure to evaluate; is --exposures the right file, and do the filters leave any?");
    }

    private LimitRow outcomes(double limit, LimitOrigin origin) {
        if (isFilteredAway()) {
            return Limits.atLeast(DataQualityEvaluation.OUTCOME_JOIN_RATE.name(), null, limit, origin, NO_EXPOSURE);
        }
        return Limits.atLeast(
                DataQualityEvaluation.OUTCOME_JOIN_RATE.name(),
                Figures.finite(joins.outcomes().ratio()),
                limit,
                origin,
                joins.outcomes().clusters() == 0
                        ? "there are no outcomes, so it is unknown whether the logs join"
                        : run.evidence().orphansAreOfInvalidLines()
                                ? "outcomes without exposure are most likely those of invalid exposures: fix these first"
                                : "pass the request_id of the recommendation to every outcome, and export the same period");
    }

    private void invalid(Contract contract, InputAccount account, List<LimitRow> rows) {
        double rate = account.ledger().invalidRate();
        String name = "invalid_" + contract.plural();
        String fix = "recsys-eval validate --schema " + contract.schema() + " shows which and why";
        rows.add(Limits.atMost(name, rate, Limits.MAX_INVALID_RATE, LimitOrigin.TRUST, fix));
        rows.add(Limits.atMost(name, rate, plan.limits().maxInvalidRate(), ofInvalidRate(), fix));
    }

    private LimitOrigin ofInvalidRate() {
        return plan.limits().maxInvalidRateIsGiven() ? LimitOrigin.USER : LimitOrigin.OPTION_DEFAULT;
    }
}
