package io.github.recsyseval.cli;

import io.github.recsyseval.reference.RunPage;
import io.github.recsyseval.reference.RunReport;
import io.github.recsyseval.report.JsonReport;
import io.github.recsyseval.text.DidYouMean;
import io.github.recsyseval.view.MarkdownReport;
import io.github.recsyseval.view.html.HtmlReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The forms in which {@code run} writes its report. */
enum RunFormat {
    JSON,
    MARKDOWN,
    HTML;

    private static final List<String> NAMES = List.of("json", "markdown", "html");

    /** The form of that name; {@code md} is Markdown, and nothing is JSON, as in the Go tool. */
    static RunFormat named(String name) {
        String word = name.strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return JSON;
        }
        int at = NAMES.indexOf(word.equals("md") ? "markdown" : word);
        if (at < 0) {
            throw new UsageException("--output-format: no format \"" + name + "\"" + DidYouMean.hintOrAll(word, NAMES));
        }
        return values()[at];
    }

    /** Writes the report and puts the file into its place. */
    void write(RunReport report, AtomicFile file) {
        try {
            switch (this) {
                case JSON -> {
                    json(report, file);
                    return;
                }
                case MARKDOWN -> file.out().write(bytes(MarkdownReport.of(RunPage.of(report))));
                case HTML -> file.out().write(bytes(HtmlReport.of(RunPage.of(report))));
            }
        } catch (IOException failed) {
            throw AtomicFile.failure(file.target(), failed);
        }
        file.commit();
    }

    /** Writes a record as JSON and puts the file into its place. */
    static void json(Record record, AtomicFile file) {
        try {
            JsonReport.writePresent(record, file.out());
        } catch (IOException failed) {
            throw AtomicFile.failure(file.target(), failed);
        }
        file.commit();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
