package io.github.recsyseval.evaluation;

import io.github.recsyseval.diagnosis.Finding;
import io.github.recsyseval.diagnosis.UnmatchedCauses;
import io.github.recsyseval.finding.Spoiled;
import io.github.recsyseval.report.CauseRow;
import io.github.recsyseval.report.FindingRow;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.stat.Interval;

/** Findings as rows of a report. */
final class FindingRows {
    private FindingRows() {}

    /** What a finding says against figures, in a sentence. */
    static String because(Finding finding) {
        return finding.code() + " " + finding.code().title() + ": " + Limits.percent(finding.share()) + " of the "
                + finding.what() + ": " + finding.code().sentence() + "; "
                + finding.code().fix();
    }

    /** What a finding says against figures, in a sentence with what was seen. */
    static String withEvidence(Finding finding) {
        return finding.code() + " " + finding.code().title() + ": "
                + finding.code().sentence() + ": " + finding.evidence() + "; "
                + finding.code().fix();
    }

    static FindingRow row(Finding finding, SpoiledFigures spoiled) {
        Spoiled spoils = spoiled.by(finding);
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
                spoils == null ? null : spoils.unit(),
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
