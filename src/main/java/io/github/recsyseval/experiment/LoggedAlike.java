package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.join.AssignmentBooks;
import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.report.ArmCheckRow;
import io.github.recsyseval.stat.RatioMoments;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether assignments and exposures of the arms are logged alike. What is lost in one arm only is not lost at random, and changes its figures as an
 * effect would.
 */
final class LoggedAlike {
    /** Exposures per user that differ by less change little. */
    private static final double MATERIAL_LIFT = 0.05;
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

    LoggedAlike(Arms arms, JoinRun run, Horizon horizon, LostAssignments exposures, StatedArms stated) {
        this.arms = arms;
        this.horizon = horizon;
        lost = exposures.lost();
        perUser = exposures.perUser();
        contradicting = stated.contradicting();
        joined = LostAssignments.moments(arms.count());
        otherUsers = LostAssignments.moments(arms.count());
        if (run.columns().contextArms().isEmpty()) {
            AssignmentBooks books = run.assignmentBooks().get();
            List<RatioMoments> joinedByArm = books.matchedByArm();
            List<RatioMoments> otherUsersByArm = books.otherUserByArm();
            List<AssignmentIndex.Arm> logged = run.assignmentIndex().arms();
            for (int number = 0; number < logged.size(); number++) {
                AssignmentIndex.Arm arm = logged.get(number);
                int at = arm.experiment().equals(arms.experiment()) ? arms.number(arm.variant()) : Arms.NONE;
                if (at >= 0 && at < arms.count()) {
                    joined.get(at).add(joinedByArm.get(number));
                    otherUsers.get(at).add(otherUsersByArm.get(number));
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
            otherUsers(arm, rows);
            contradicting(arm, rows);
            perUser(arm, rows);
        }
        return rows;
    }

    private void lost(int arm, List<ArmCheckRow> rows) {
        Pair pair = new Pair(arm, lost);
        boolean hold = !pair.isEven();
        pair.row(
                "lost_assignments",
                "share",
                hold ? "hold" : "pass",
                rows,
                () -> "assignments of one arm were lost: "
                        + pair.shares("later exposures of users") + " have no assignment of their own" + pair.p()
                        + ", so the figures of the arms leave out different exposures");
    }

    /** A difference is finding J23, for which the data is not trusted; here it is said which arm has what. */
    private void joined(int arm, List<ArmCheckRow> rows) {
        Pair pair = new Pair(arm, joined);
        boolean uneven = !pair.isEven();
        boolean few = pair.smallest() < LEAST_JOINED;
        pair.row(
                "assignment_join_rate",
                "share",
                uneven || few ? "warn" : "pass",
                rows,
                () -> uneven
                        ? "exposures of one arm were lost: " + pair.shares("assignments") + " have an exposure"
                                + pair.p() + ", so the figures of the arms leave out different exposures"
                        : "only " + pair.shares("assignments")
                                + " have an exposure: most of the experiment is not in these" + " logs");
    }

    private void otherUsers(int arm, List<ArmCheckRow> rows) {
        Pair pair = new Pair(arm, otherUsers);
        pair.row(
                "other_users",
                "share",
                pair.largest() > 0 ? "warn" : "pass",
                rows,
                () -> pair.shares("assignments")
                        + " have another user_id than their exposure, which is the one that counts");
    }

    private void contradicting(int arm, List<ArmCheckRow> rows) {
        Pair pair = new Pair(arm, contradicting);
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
        Pair pair = new Pair(arm, perUser);
        Contrast contrast = pair.contrast;
        Double lift = contrast == null ? null : contrast.lift();
        boolean differs = lift != null
                && Math.abs(lift) > MATERIAL_LIFT
                && !EvenLogging.isEven(pair.here, pair.there, horizon, 0);
        pair.row(
                "exposures_per_user",
                "value",
                differs ? "warn" : "pass",
                rows,
                () -> "users of " + arms.shown(arm) + " have " + Amounts.digits(pair.there.ratio())
                        + " exposures each, those of "
                        + arms.shown(0) + " " + Amounts.digits(pair.here.ratio()) + " ("
                        + Amounts.lift(lift == null ? 0 : lift) + pair.pInBrackets()
                        + "): metrics per exposure (ctr, ...) then compare different exposures; find out whether "
                        + arms.shown(arm)
                        + " changes how often users come, and look at what they do in all, which is exposures"
                        + " per user times the metric");
    }

    /** The sentence of a row, made only where it is needed. */
    private interface Message {
        String text();
    }

    /** An arm beside the control. */
    private final class Pair {
        private final int arm;
        private final RatioMoments here;
        private final RatioMoments there;
        private final @Nullable Contrast contrast;

        Pair(int arm, List<RatioMoments> moments) {
            this.arm = arm;
            here = moments.get(0);
            there = moments.get(arm);
            contrast = Contrast.between(here, there, horizon);
        }

        boolean isEven() {
            return EvenLogging.isEven(here, there, horizon, EvenLogging.MATERIAL);
        }

        double smallest() {
            return Math.min(here.ratio(), there.ratio());
        }

        double largest() {
            return Math.max(here.clusters() == 0 ? 0 : here.ratio(), there.clusters() == 0 ? 0 : there.ratio());
        }

        /** {@code 30 % of the assignments of B and 0 % of those of A}. */
        String shares(String what) {
            String ofArm = there.clusters() == 0
                    ? "none"
                    : Amounts.percent(there.ratio()) + " of the " + what + " of " + arms.shown(arm);
            return here.clusters() == 0
                    ? ofArm
                    : ofArm + " and " + Amounts.percent(here.ratio()) + " of those of " + arms.shown(0);
        }

        String p() {
            return contrast == null ? "" : " (" + text(contrast) + ")";
        }

        String pInBrackets() {
            return contrast == null ? "" : ", " + text(contrast);
        }

        private String text(Contrast of) {
            return Amounts.p(of.pValue().value(), of.pValue().log10());
        }

        void row(String check, String unit, String verdict, List<ArmCheckRow> rows, Message message) {
            if (here.clusters() == 0 && there.clusters() == 0) {
                return;
            }
            rows.add(new ArmCheckRow(
                    arms.name(arm),
                    check,
                    unit,
                    (long) here.denominator(),
                    (long) there.denominator(),
                    Rows.finite(here.ratio()),
                    Rows.finite(there.ratio()),
                    Rows.finite(there.ratio() - here.ratio()),
                    contrast == null ? null : Rows.interval(contrast.interval(SliceSums.LEVEL)),
                    contrast == null ? null : (Double) contrast.pValue().value(),
                    verdict,
                    verdict.equals("pass") ? "" : message.text()));
        }
    }
}
