package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.report.ArmCheckRow;
import io.github.recsyseval.stat.RatioMoments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A figure of an arm beside the control's, with the words and the row for it. */
final class ArmPair {
    private final Arms arms;
    private final int arm;
    private final Horizon horizon;
    private final RatioMoments here;
    private final RatioMoments there;
    private final @Nullable Contrast contrast;

    /** @param moments of all arms */
    ArmPair(Arms arms, Horizon horizon, int arm, List<RatioMoments> moments) {
        this.arms = arms;
        this.horizon = horizon;
        this.arm = arm;
        here = moments.get(0);
        there = moments.get(arm);
        contrast = Contrast.between(here, there, horizon);
    }

    /** The sentence of a row, made only where it is needed. */
    interface Message {
        String text();
    }

    /** Of the control. */
    RatioMoments here() {
        return here;
    }

    RatioMoments there() {
        return there;
    }

    /** Null where nothing can be compared, or nothing varies. */
    @Nullable Contrast contrast() {
        return contrast;
    }

    /** @param material smaller differences do no harm */
    boolean isEven(double material) {
        return EvenLogging.isEven(here, there, horizon, material);
    }

    /** NaN where an arm has no figure. */
    double smallest() {
        return Math.min(here.ratio(), there.ratio());
    }

    /** Of the arms that have a figure; 0 where none has. */
    double largest() {
        return Math.max(here.clusters() == 0 ? 0 : here.ratio(), there.clusters() == 0 ? 0 : there.ratio());
    }

    /** {@code 30 % of the assignments of B and 0 % of those of A}. */
    String shares(String what) {
        if (there.clusters() == 0) {
            return share(here, what) + arms.shown(0);
        }
        String ofArm = share(there, what) + arms.shown(arm);
        return here.clusters() == 0
                ? ofArm
                : ofArm + " and " + Amounts.percent(here.ratio()) + " of those of " + arms.shown(0);
    }

    private static String share(RatioMoments of, String what) {
        return Amounts.percent(of.ratio()) + " of the " + what + " of ";
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

    /** Adds a row, unless neither arm has a figure. */
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
