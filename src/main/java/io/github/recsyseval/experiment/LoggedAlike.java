package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.join.AssignmentBooks;
import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.report.ArmCheckRow;
import io.github.recsyseval.stat.RatioMoments;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether assignments and exposures of the arms are logged alike. What is lost in one arm only is not lost at random, and changes its figures as an
 * effect would.
 */
final class LoggedAlike {
    /** Exposures per user that differ by less change little. */
    static final double MATERIAL_LIFT = 0.05;
    /** With fewer assignments that have an exposure, most of the experiment is not in the logs. */
    private static final double LEAST_JOINED = 0.5;
    /** Of exposures: what may be chance, such as a request that is logged while a user is moved. */
    private static final double MOST_CONTRADICTING = 0.01;

    private final Arms arms;
    private final Horizon horizon;
    private final List<RatioMoments> lost;
    private final List<RatioMoments> perUser;
    private final List<RatioMoments> contradicting;
    private final List<RatioMoments> joined;
    private final List<RatioMoments> otherUsers;
    private final List<RatioMoments> orphans;
    private final OutcomeHoles holes;
    private final List<ArmSums> sums;

    /**
     * @param orphans {@link OrphanOutcomes#shares}
     * @param sums of all arms
     */
    LoggedAlike(
            Arms arms,
            JoinRun run,
            Horizon horizon,
            LostAssignments exposures,
            StatedArms stated,
            List<RatioMoments> orphans,
            OutcomeHoles holes,
            List<ArmSums> sums) {
        this.arms = arms;
        this.orphans = orphans;
        this.holes = holes;
        this.sums = sums;
        this.horizon = horizon;
        lost = exposures.lost();
        perUser = exposures.perUser();
        contradicting = stated.contradicting();
        joined = LostAssignments.moments(arms.count());
        otherUsers = LostAssignments.moments(arms.count());
        if (run.columns().contextArms().isEmpty()) {
            AssignmentBooks books = run.assignmentBooks().get();
            List<AssignmentIndex.Arm> logged = run.assignmentIndex().arms();
            for (int number = 0; number < logged.size(); number++) {
                AssignmentIndex.Arm arm = logged.get(number);
                int at = arm.experiment().equals(arms.experiment()) ? arms.number(arm.variant()) : Arms.NONE;
                if (at >= 0 && at < arms.count()) {
                    joined.get(at).add(books.matched(number));
                    otherUsers.get(at).add(books.otherUser(number));
                }
            }
        }
    }

    /** The rows of every arm but the control, without checks of what the logs do not have. */
    List<ArmCheckRow> rows() {
        List<ArmCheckRow> rows = new ArrayList<>();
        for (int arm = 1; arm < arms.count(); arm++) {
            lost(arm, rows);
            joined(arm, rows);
            orphans(arm, rows);
            rows.add(holes.row(arm, sums.get(0), sums.get(arm)));
            otherUsers(arm, rows);
            contradicting(arm, rows);
            perUser(arm, rows);
        }
        return rows;
    }

    private void lost(int arm, List<ArmCheckRow> rows) {
        ArmPair pair = new ArmPair(arms, horizon, arm, lost);
        boolean hold = !pair.isEven(EvenLogging.MATERIAL);
        pair.row(
                "lost_assignments",
                "share",
                hold ? "hold" : "pass",
                rows,
                () -> "assignments of one arm were lost: "
                        + pair.shares("later exposures of users") + " have no assignment of their own" + pair.p()
                        + ", so the metrics of the arms leave out different exposures");
    }

    /** A difference is finding J23, for which the data is not trusted; here it is said which arm has what. */
    private void joined(int arm, List<ArmCheckRow> rows) {
        ArmPair pair = new ArmPair(arms, horizon, arm, joined);
        boolean uneven = !pair.isEven(EvenLogging.MATERIAL);
        boolean few = pair.smallest() < LEAST_JOINED;
        pair.row(
                "assignment_join_rate",
                "share",
                uneven || few ? "warn" : "pass",
                rows,
                () -> uneven
                        ? "exposures of one arm were lost: " + pair.shares("assignments") + " have an exposure"
                                + pair.p() + ", so the metrics of the arms leave out different exposures"
                        : "only " + pair.shares("assignments")
                                + " have an exposure: most of the experiment is not in these" + " logs");
    }

    /** By user of the outcome, since nothing else is known of one without exposure. */
    private void orphans(int arm, List<ArmCheckRow> rows) {
        ArmPair pair = new ArmPair(arms, horizon, arm, orphans);
        boolean hold = !pair.isEven(EvenLogging.MATERIAL);
        pair.row(
                "orphan_outcomes",
                "share",
                hold ? "hold" : "pass",
                rows,
                () -> "outcomes of one arm do not find their exposures: " + pair.shares("outcomes of users")
                        + " match none" + pair.p() + ", and are missing from the metrics of their arm");
    }

    private void otherUsers(int arm, List<ArmCheckRow> rows) {
        ArmPair pair = new ArmPair(arms, horizon, arm, otherUsers);
        pair.row(
                "other_users",
                "share",
                pair.largest() > 0 ? "warn" : "pass",
                rows,
                () -> pair.shares("assignments")
                        + " have another user_id than their exposure, which is the one that counts");
    }

    private void contradicting(int arm, List<ArmCheckRow> rows) {
        ArmPair pair = new ArmPair(arms, horizon, arm, contradicting);
        double most = pair.largest();
        pair.row(
                "contradictions",
                "share",
                most > MOST_CONTRADICTING ? "hold" : most > 0 ? "warn" : "pass",
                rows,
                () -> pair.shares("exposures")
                        + " name another variant in their context (experiment_variant) than in their"
                        + " assignment: one of the two is wrong");
    }

    private void perUser(int arm, List<ArmCheckRow> rows) {
        ArmPair pair = new ArmPair(arms, horizon, arm, perUser);
        Contrast contrast = pair.contrast();
        Double lift = contrast == null ? null : contrast.lift();
        boolean differs = lift != null && Math.abs(lift) > MATERIAL_LIFT && !pair.isEven(0);
        pair.row(
                "exposures_per_user",
                "value",
                differs ? "warn" : "pass",
                rows,
                () -> "users of " + arms.shown(arm) + " have "
                        + Amounts.digits(pair.there().ratio())
                        + " exposures each, those of "
                        + arms.shown(0) + " " + Amounts.digits(pair.here().ratio()) + " ("
                        + Amounts.lift(lift == null ? 0 : lift) + pair.pInBrackets()
                        + "): metrics per exposure (ctr, ...) then compare different exposures; find out whether "
                        + arms.shown(arm)
                        + " changes how often users come, and look at what they do in all, which is exposures"
                        + " per user times the metric");
    }
}
