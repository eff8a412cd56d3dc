package io.github.recsyseval.cli;

import io.github.recsyseval.report.JsonReport;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.view.GithubReport;
import io.github.recsyseval.view.JunitReport;
import io.github.recsyseval.view.MarkdownReport;
import io.github.recsyseval.view.html.HtmlReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Puts a report into the form asked for. */
final class ReportRendering {
    private static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";

    private ReportRendering() {}

    static byte[] render(Report report, OutputOptions.Format format, Map<String, String> environment) {
        return switch (format) {
            case MARKDOWN -> bytes(MarkdownReport.of(report));
            case JSON -> json(report);
            case HTML -> bytes(HtmlReport.of(report));
            case JUNIT -> bytes(JunitReport.of(report));
            case GITHUB -> bytes(github(report, environment));
            case JOINED -> throw new IllegalArgumentException("records are no report");
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
    private static String github(Report report, Map<String, String> environment) {
        String annotations = GithubReport.annotations(report);
        String file = environment.getOrDefault(STEP_SUMMARY, "");
        if (file.isEmpty()) {
            return annotations + "\n" + MarkdownReport.of(report);
        }
        Path summary = Path.of(file);
        try {
            long used = Files.exists(summary) ? Files.size(summary) : 0;
            String page = GithubReport.summary(report, GithubReport.MAX_SUMMARY_BYTES - used);
            Files.writeString(summary, page, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw AtomicFile.failure(summary, failed);
        }
        return annotations;
    }
}
