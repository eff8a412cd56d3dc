package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.ArmCheckRow;
import org.jspecify.annotations.Nullable;

/** Whether the outcomes of one arm were not logged for a while. */
record OutcomeHoles(Arms arms, ArmHours shown, OutcomeHours outcomes) {

    /** An arm beside the control. */
    ArmCheckRow row(int arm, ArmSums control, ArmSums treatment) {
        OutcomeHole here = OutcomeHole.of(shown, outcomes, 0, arm);
        OutcomeHole there = OutcomeHole.of(shown, outcomes, arm, 0);
        double controlN = exposures(control);
        double n = exposures(treatment);
        Double controlShare = share(here, controlN);
        Double share = share(there, n);
        String message = there != null ? sentence(there, arm, 0) : here != null ? sentence(here, 0, arm) : "";
        return new ArmCheckRow(
                arms.name(arm),
                "outcome_holes",
                "share",
                (long) controlN,
                (long) n,
                controlShare,
                share,
                controlShare == null || share == null ? null : (Double) (share - controlShare),
                null,
                null,
                message.isEmpty() ? "pass" : "hold",
                message);
    }

    private static double exposures(ArmSums arm) {
        return arm.of(RequestRates.CTR).denominator();
    }

    private static @Nullable Double share(@Nullable OutcomeHole hole, double exposures) {
        return exposures == 0 ? null : (Double) (hole == null ? 0 : hole.exposures() / exposures);
    }

    private String sentence(OutcomeHole hole, int arm, int other) {
        return "outcomes of one arm were not logged for a while: " + hole.words() + " users of " + arms.shown(arm)
                + " have no outcome on " + Amounts.count(hole.exposures()) + " exposures, where about "
                + Amounts.digits(hole.expected() * outcomes.oneIn()) + " would be expected as those of "
                + arms.shown(other)
                + " had them; compare the time before or after (--since, --until)";
    }
}
