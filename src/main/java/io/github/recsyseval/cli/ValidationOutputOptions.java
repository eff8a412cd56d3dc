package io.github.recsyseval.cli;

import io.github.recsyseval.validation.GithubAnnotations;
import io.github.recsyseval.validation.JsonText;
import io.github.recsyseval.validation.JunitXml;
import io.github.recsyseval.validation.MarkdownSummary;
import io.github.recsyseval.validation.TextReport;
import io.github.recsyseval.validation.ValidationReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which form and where the verdict of validate is written. */
final class ValidationOutputOptions {
    /** The forms of a verdict. */
    enum Format {
        TEXT,
        JSON,
        JUNIT,
        GITHUB,
        MARKDOWN
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, json, junit, github or markdown (default text).")
    private @Nullable String format;

    @Option(
            names = "--output",
            paramLabel = "[FORMAT=]PATH",
            description =
                    "Write to a file instead of standard output (repeatable: several formats from one run). Without FORMAT or --format, the file ending decides: json, md, txt, or xml (junit).")
    private List<String> outputs = List.of();

    /** Checks the options before anything is read. */
    void check() {
        forms().ofStandardOutput();
        targets();
    }

    /** Enters the files among the outputs of the run, before anything is read. */
    void enter(OutputPaths paths) {
        targets().forEach(target -> paths.take("--output", target.path()));
    }

    /** The first file that a report goes to, for those who want to read on there. */
    @Nullable Path firstFile() {
        List<Forms.Target<Format>> targets = targets();
        return targets.isEmpty() ? null : targets.get(0).path();
    }

    /** Writes the report to every place asked for, and the summary of a GitHub job where there is one. */
    void write(ValidationReport report, Terminal terminal, boolean quiet) {
        List<Forms.Target<Format>> targets = targets();
        List<AtomicFile> files = new ArrayList<>();
        try {
            for (Forms.Target<Format> target : targets) {
                AtomicFile file = AtomicFile.create(target.path(), false);
                files.add(file);
                file.write(render(report, target.form(), false));
            }
            AtomicFile.commit(files);
        } finally {
            files.forEach(AtomicFile::close);
        }
        if (targets.isEmpty() && !quiet) {
            StandardOutput.write(terminal, render(report, forms().ofStandardOutput(), terminal.colour()));
        }
        if (StepSummary.isPresent(terminal) && formats().contains(Format.GITHUB)) {
            StepSummary.append(terminal, used -> MarkdownSummary.of(report));
        }
    }

    private List<Format> formats() {
        List<Forms.Target<Format>> targets = targets();
        return targets.isEmpty()
                ? List.of(forms().ofStandardOutput())
                : targets.stream().map(Forms.Target::form).toList();
    }

    private static byte[] render(ValidationReport report, Format format, boolean colour) {
        String text = switch (format) {
            case TEXT -> TextReport.of(report, colour);
            case JSON -> JsonText.of(report);
            case JUNIT -> JunitXml.of(report);
            case GITHUB -> GithubAnnotations.of(report);
            case MARKDOWN -> MarkdownSummary.of(report);
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Forms.Target<Format>> targets() {
        return outputs.stream().map(forms()::target).toList();
    }

    private Forms<Format> forms() {
        return new Forms<>(List.of(Format.values()), Format.TEXT, format);
    }
}
