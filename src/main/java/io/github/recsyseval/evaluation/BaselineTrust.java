package io.github.recsyseval.evaluation;

import static io.github.recsyseval.finding.FindingCode.J01;
import static io.github.recsyseval.finding.FindingCode.J02;
import static io.github.recsyseval.finding.FindingCode.J03;
import static io.github.recsyseval.finding.FindingCode.J07;
import static io.github.recsyseval.finding.FindingCode.J09;
import static io.github.recsyseval.finding.FindingCode.J10;
import static io.github.recsyseval.finding.FindingCode.J20;
import static io.github.recsyseval.finding.FindingCode.J22;

import io.github.recsyseval.diagnosis.Diagnosis;
import io.github.recsyseval.diagnosis.Finding;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.report.LimitRow;
import java.util.List;
import java.util.Set;

/** Whether the logs that a run is compared with can be trusted: by the rules for any run, as far as they say something of other lists. */
final class BaselineTrust {
    /**
     * How outcomes and lists fit together. Where the run's outcomes are held against other lists for the same requests, they may well
     * name other items, come earlier than the lists were made, or lack a list: pairs are built of the others.
     */
    private static final Set<FindingCode> OF_OUTCOMES = Set.of(J01, J02, J03, J07, J09, J10, J20, J22);

    private BaselineTrust() {}

    static DataTrust of(EvaluationPlan plan, PairedPlan paired, JoinRun baseline) {
        JoinMoments joins = JoinMoments.of(baseline);
        List<LimitRow> limits = new TrustLimits(plan, baseline, joins).rows();
        List<Finding> findings = Diagnosis.of(baseline.evidence());
        if (paired.hasOwnOutcomes() || paired.by() == PairedPlan.By.USER) {
            return new DataTrust(baseline.failures(), limits, findings);
        }
        return new DataTrust(
                baseline.failures(),
                limits.stream()
                        .filter(limit -> !limit.name().equals(DataQualityEvaluation.OUTCOME_JOIN_RATE.name()))
                        .toList(),
                findings.stream()
                        .filter(finding -> !OF_OUTCOMES.contains(finding.code()))
                        .toList());
    }
}
