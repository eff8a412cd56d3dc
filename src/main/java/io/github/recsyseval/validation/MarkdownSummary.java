package io.github.recsyseval.validation;

import io.github.recsyseval.report.MarkdownText;
import io.github.recsyseval.validation.ValidationReport.FindingRow;
import io.github.recsyseval.validation.ValidationReport.MessageRow;
import io.github.recsyseval.validation.ValidationReport.ViolationRow;
import java.util.Locale;

/** The report as Markdown for the summary page of a CI job. */
public final class MarkdownSummary {
    private static final int MAX_ROWS = 50;

    private final ValidationReport report;
    private final StringBuilder out = new StringBuilder();

    private MarkdownSummary(ValidationReport report) {
        this.report = report;
    }

    public static String of(ValidationReport report) {
        return new MarkdownSummary(report).text();
    }

    private String text() {
        out.append("### validate ").append(MarkdownText.cell(report.schema())).append(": ");
        out.append(report.exitCode() == 0 ? report.verdict() : report.verdict() + " (failed)")
                .append("\n\n");
        out.append("**").append(Words.records(report.records())).append("**, ");
        out.append(Words.count(report.invalid())).append(" invalid (");
        out.append(Words.percent(report.invalidRate())).append(").\n");
        if (report.mapping() != null) {
            out.append("- ")
                    .append(MarkdownText.cell(report.mapping().sentence()))
                    .append('\n');
        }
        Words.furtherReasons(report)
                .forEach(reason ->
                        out.append("- ").append(MarkdownText.cell(reason)).append('\n'));
        violations();
        findings();
        return out.append('\n').toString();
    }

    private void violations() {
        if (report.violations().isEmpty()) {
            return;
        }
        out.append("\n| records | where | rule | what | first | when |\n|---:|---|---|---|---|---|\n");
        int rows = 0;
        for (ViolationRow violation : report.violations()) {
            for (MessageRow message : violation.messages()) {
                if (rows++ < MAX_ROWS) {
                    row(
                            Words.count(message.count()),
                            violation.where(message),
                            violation.keyword(),
                            message.message(),
                            message.first().toString(),
                            Words.when(message.when(), message.count()));
                }
            }
        }
        if (rows > MAX_ROWS) {
            out.append(String.format(Locale.ROOT, "%n%d more are not shown.%n", rows - MAX_ROWS)
                    .replace("\r", ""));
        }
    }

    private void findings() {
        if (report.findings().isEmpty()) {
            return;
        }
        out.append("\n| records | share | code | finding | fix | first | when |\n|---:|---:|---|---|---|---|---|\n");
        for (FindingRow finding : report.findings()) {
            row(
                    Words.count(finding.count()),
                    Words.percent(finding.share()),
                    finding.code(),
                    finding.message(),
                    finding.fix(),
                    finding.first().toString(),
                    Words.when(finding.when(), finding.count()));
        }
    }

    private void row(String... cells) {
        for (String cell : cells) {
            out.append("| ").append(MarkdownText.cell(cell)).append(' ');
        }
        out.append("|\n");
    }
}
