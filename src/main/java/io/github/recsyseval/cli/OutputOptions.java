package io.github.recsyseval.cli;

import io.github.recsyseval.report.JsonReport;
import io.github.recsyseval.report.MarkdownReport;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.text.DidYouMean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** In which form and where a report is written. */
final class OutputOptions {
    /** The forms of a report. */
    enum Format {
        MARKDOWN,
        JSON
    }

    @Option(names = "--format", paramLabel = "FORMAT", description = "markdown or json (default ${DEFAULT-VALUE}).")
    private String format = "markdown";

    @Option(
            names = "--output",
            paramLabel = "[FORMAT=]PATH",
            description = "Write to a file instead of standard output; repeatable: one reading, several forms.")
    private List<String> outputs = List.of();

    /** One file to write to, begun before anything is read so that a path that cannot be written is told at once. */
    private record Target(Format format, Path path, AtomicFile file) {}

    private final List<Target> targets = new ArrayList<>();

    /** Checks the options and begins the files, before anything is read. */
    void open() {
        format(format);
        for (String output : outputs) {
            int equals = output.indexOf('=');
            boolean named = equals > 0 && output.substring(0, equals).chars().allMatch(Character::isLetter);
            Format form = format(named ? output.substring(0, equals) : format);
            Path path = Path.of(named ? output.substring(equals + 1) : output);
            targets.add(new Target(form, path, AtomicFile.create(path, false)));
        }
    }

    /** Writes the report to every place asked for. */
    void write(Report report, Terminal terminal) {
        if (targets.isEmpty()) {
            StandardOutput.write(terminal, render(report, format(format)));
        }
        for (Target target : targets) {
            try {
                target.file().out().write(render(report, target.format()));
                target.file().commit();
            } catch (IOException failed) {
                throw AtomicFile.failure(target.path(), failed);
            }
        }
    }

    /** Throws away what was begun and not written. */
    void close() {
        targets.forEach(target -> target.file().close());
    }

    private static byte[] render(Report report, Format format) {
        return switch (format) {
            case MARKDOWN -> MarkdownReport.of(report).getBytes(StandardCharsets.UTF_8);
            case JSON -> json(report);
        };
    }

    private static byte[] json(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = bytes) {
            JsonReport.write(report, out);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Format format(String name) {
        for (Format format : Format.values()) {
            if (format.name().equalsIgnoreCase(name) || format == Format.MARKDOWN && name.equals("md")) {
                return format;
            }
        }
        List<String> names = List.of("markdown", "json");
        String meant = DidYouMean.suggest(name.toLowerCase(Locale.ROOT), names)
                .map(close -> "; did you mean " + close + "?")
                .orElse("; there are " + String.join(" and ", names));
        throw new UsageException("no format \"" + name + "\"" + meant);
    }
}
