package io.github.recsyseval.cli;

import io.github.recsyseval.text.DidYouMean;
import io.github.recsyseval.validation.GithubAnnotations;
import io.github.recsyseval.validation.JsonText;
import io.github.recsyseval.validation.JunitXml;
import io.github.recsyseval.validation.MarkdownSummary;
import io.github.recsyseval.validation.TextReport;
import io.github.recsyseval.validation.ValidationReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
        MARKDOWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
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

    /** One place to write to. */
    private record Target(Format format, Path path) {}

    /** Checks the options before anything is read. */
    void check() {
        given();
        targets();
    }

    /** Enters the files among the outputs of the run, before anything is read. */
    void enter(OutputPaths paths) {
        targets().forEach(target -> paths.take("--output", target.path()));
    }

    /** The first file that a report goes to, for those who want to read on there. */
    @Nullable Path firstFile() {
        List<Target> targets = targets();
        return targets.isEmpty() ? null : targets.get(0).path();
    }

    /** Writes the report to every place asked for, and the summary of a GitHub job where there is one. */
    void write(ValidationReport report, Terminal terminal, boolean quiet) {
        List<Target> targets = targets();
        for (Target target : targets) {
            try (AtomicFile file = AtomicFile.create(target.path(), false)) {
                file.out().write(render(report, target.format(), false));
                file.commit();
            } catch (IOException failed) {
                throw AtomicFile.failure(target.path(), failed);
            }
        }
        if (targets.isEmpty() && !quiet) {
            StandardOutput.write(terminal, render(report, given(), terminal.colour()));
        }
        if (StepSummary.isPresent(terminal) && formats().contains(Format.GITHUB)) {
            StepSummary.append(terminal, used -> MarkdownSummary.of(report));
        }
    }

    private List<Format> formats() {
        List<Target> targets = targets();
        return targets.isEmpty()
                ? List.of(given())
                : targets.stream().map(Target::format).toList();
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

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (String output : outputs) {
            int equals = output.indexOf('=');
            boolean named = equals > 0 && output.substring(0, equals).chars().allMatch(Character::isLetter);
            Path path = Path.of(named ? output.substring(equals + 1) : output);
            targets.add(new Target(named ? format(output.substring(0, equals)) : byEnding(path), path));
        }
        return targets;
    }

    private Format given() {
        return format == null ? Format.TEXT : format(format);
    }

    /** What {@code --format} says, or else the ending of the file. */
    private Format byEnding(Path path) {
        return FileEnding.form(path)
                .filter(name -> format == null)
                .flatMap(name -> Arrays.stream(Format.values())
                        .filter(form -> form.word().equals(name))
                        .findFirst())
                .orElseGet(this::given);
    }

    private static Format format(String name) {
        for (Format format : Format.values()) {
            if (format.word().equalsIgnoreCase(name)) {
                return format;
            }
        }
        List<String> names = Arrays.stream(Format.values()).map(Format::word).toList();
        String meant = DidYouMean.hintOrAll(name.toLowerCase(Locale.ROOT), names);
        throw new UsageException("no format \"" + name + "\"" + meant);
    }
}
