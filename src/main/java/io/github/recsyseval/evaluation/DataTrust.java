package io.github.recsyseval.evaluation;

import io.github.recsyseval.diagnosis.Finding;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.report.LimitRow;
import java.util.ArrayList;
import java.util.List;

/** Whether figures can be trusted: all inputs were read to their end, the default limits hold, and no finding speaks against it. */
final class DataTrust {
    private final List<LimitRow> limits;
    private final List<Finding> findings;
    private final List<String> doubts;

    /**
     * @param failures inputs that could not be read to their end, in sentences
     * @param findings the worst first
     */
    DataTrust(List<String> failures, List<LimitRow> limits, List<Finding> findings) {
        this.limits = limits;
        this.findings = findings;
        doubts = new ArrayList<>(failures);
        limits.stream()
                .filter(limit -> !limit.decidesExitCode() && limit.failed())
                .map(LimitRow::message)
                .forEach(doubts::add);
        findings.stream().filter(Finding::breaksTrust).map(FindingRows::because).forEach(doubts::add);
    }

    /** @param findings the worst first */
    static DataTrust of(EvaluationPlan plan, JoinRun run, JoinMoments joins, List<Finding> findings) {
        List<LimitRow> limits = new ArrayList<>(new TrustLimits(plan, run, joins).rows());
        limits.addAll(FindingLimits.rows(plan.limits().join().failOn(), findings, run.evidence()));
        return new DataTrust(run.failures(), limits, findings);
    }

    boolean holds() {
        return doubts.isEmpty();
    }

    /** Why it does not hold, in sentences: inputs, then limits, then findings. */
    List<String> doubts() {
        return doubts;
    }

    /** The limits of the user's that fail, in sentences. */
    List<String> brokenDemands() {
        return limits.stream()
                .filter(LimitRow::failedItsUser)
                .map(LimitRow::message)
                .toList();
    }

    /** The limits on the data: those of trust, and those that the user set. */
    List<LimitRow> limits() {
        return limits;
    }

    List<Finding> findings() {
        return findings;
    }
}
