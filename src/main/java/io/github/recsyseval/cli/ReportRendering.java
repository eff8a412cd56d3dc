package io.github.recsyseval.cli;

import io.github.recsyseval.report.JsonReport;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.view.GithubReport;
import io.github.recsyseval.view.JunitReport;
import io.github.recsyseval.view.MarkdownReport;
import io.github.recsyseval.view.ReportPage;
import io.github.recsyseval.view.TextReport;
import io.github.recsyseval.view.html.HtmlReport;
import io.github.recsyseval.view.page.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Puts a report into the form asked for. */
final class ReportRendering {
    private ReportRendering() {}

    /** @param colour whether text is coloured */
    static byte[] render(Report report, OutputOptions.Format format, Terminal terminal, boolean colour) {
        return switch (format) {
            case TEXT, MARKDOWN, HTML -> page(ReportPage.of(report), format, colour);
            case JSON -> json(report);
            case JUNIT -> bytes(JunitReport.of(report));
            case GITHUB -> bytes(github(report, terminal));
        };
    }

    /** A page in a form for people. */
    static byte[] page(Page page, OutputOptions.Format format, boolean colour) {
        return switch (format) {
            case TEXT -> bytes(TextReport.of(page, colour));
            case MARKDOWN -> bytes(MarkdownReport.of(page));
            case HTML -> bytes(HtmlReport.of(page));
            default -> throw new IllegalArgumentException("no page as " + format);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Any record of a report as JSON. */
    static byte[] json(Record report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = bytes) {
            JsonReport.write(report, out);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Annotations; the page goes to the step summary where there is one, else behind them. */
    private static String github(Report report, Terminal terminal) {
        String annotations = GithubReport.annotations(report);
        if (!StepSummary.isPresent(terminal)) {
            return annotations + "\n" + MarkdownReport.of(report);
        }
        StepSummary.append(terminal, used -> GithubReport.summary(report, GithubReport.MAX_SUMMARY_BYTES - used));
        return annotations;
    }
}
