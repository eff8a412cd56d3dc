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
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.report.LimitRow;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the logs that a run is compared with can be trusted: by the rules for any run, as far as they say something of other lists. */
final class BaselineTrust {
    /**
     * How outcomes and lists fit together. Where the run's outcomes are held against other lists for the same requests, they may well
     * name other items, come earlier than the lists were made, or lack a list: pairs are built of the others.
     */
    private static final Set<FindingCode> OF_OUTCOMES = Set.of(J01, J02, J03, J07, J09, J10, J20, J22);

    private static final String NOT_SHOWN = "; or the lists of the baseline were shown, and these were not";

    private BaselineTrust() {}

    /**
     * The findings of a run. Where other lists are held against its outcomes, nobody knows which of the two were shown: items that only one
     * side lacks are a question (J09).
     *
     * @param findings the worst first
     */
    static List<Finding> ofRun(@Nullable PairedPlan paired, List<Finding> findings) {
        return paired == null || !sharesOutcomes(paired)
                ? findings
                : findings.stream()
                        .map(finding -> finding.code() == J09 ? finding.asQuestion(NOT_SHOWN) : finding)
                        .toList();
    }

    private static boolean sharesOutcomes(PairedPlan paired) {
        return !paired.hasOwnOutcomes() && paired.by() == PairedPlan.By.REQUEST;
    }

    /** @param ofRun the findings of the run that is compared with the baseline */
    static DataTrust of(EvaluationPlan plan, PairedPlan paired, JoinRun baseline, List<Finding> ofRun) {
        JoinMoments joins = JoinMoments.of(baseline);
        List<LimitRow> limits = new TrustLimits(plan, baseline, joins).rows();
        List<Finding> findings = Diagnosis.of(baseline.evidence());
        if (!sharesOutcomes(paired)) {
            return new DataTrust(baseline.failures(), limits, findings);
        }
        return new DataTrust(
                baseline.failures(),
                limits.stream()
                        .filter(limit -> !limit.name().equals(DataQualityEvaluation.OUTCOME_JOIN_RATE.name()))
                        .toList(),
                findings.stream()
                        .filter(finding -> !OF_OUTCOMES.contains(finding.code()) || isOfBoth(finding, ofRun))
                        .toList());
    }

    /** Lists that were shown hold what was clicked, so where neither side does, ids are wrong. */
    private static boolean isOfBoth(Finding finding, List<Finding> ofRun) {
        return finding.code() == J09
                && ofRun.stream()
                        .anyMatch(other ->
                                other.code() == J09 && J09.severity(other.count(), other.n()) == Severity.FAIL);
    }
}
