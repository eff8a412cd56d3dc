package io.github.recsyseval.evaluation;

import io.github.recsyseval.diagnosis.Finding;
import io.github.recsyseval.diagnosis.UnmatchedCauses;
import io.github.recsyseval.report.CauseRow;
import io.github.recsyseval.report.FindingRow;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.stat.Interval;

/** Findings as rows of a report. */
final class FindingRows {
    private FindingRows() {}

    static FindingRow row(Finding finding) {
        return new FindingRow(
                finding.code().name(),
                finding.code().title(),
                finding.severity().word(),
                finding.code().affects().word(),
                finding.code().sentence(),
                finding.count(),
                finding.n(),
                finding.what(),
                finding.share(),
                row(finding.interval()),
                finding.evidence(),
                finding.code().fix(),
                finding.suppressedBy() == null ? null : finding.suppressedBy().name());
    }

    static CauseRow row(UnmatchedCauses.Cause cause) {
        return new CauseRow(
                cause.code().name(),
                cause.code().title(),
                cause.code().sentence(),
                cause.count(),
                cause.n(),
                (double) cause.count() / cause.n(),
                row(cause.interval()));
    }

    private static IntervalRow row(Interval interval) {
        return new IntervalRow(interval.lower(), interval.upper(), interval.level(), interval.method());
    }
}
