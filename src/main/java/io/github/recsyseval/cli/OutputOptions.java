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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which form and where a report is written. */
final class OutputOptions {
    /** The forms of a report. */
    enum Format {
        MARKDOWN,
        JSON,
        /** The joined records instead of a report; only where a command has them. */
        JOINED
    }

    @Option(names = "--format", paramLabel = "FORMAT", description = "markdown or json (default ${DEFAULT-VALUE}).")
    private String format = "markdown";

    @Option(
            names = "--output",
            paramLabel = "[FORMAT=]PATH",
            description = "Write to a file instead of standard output; repeatable: one reading, several forms.")
    private List<String> outputs = List.of();

    private final boolean hasRecords;

    /** For commands whose result is a report. */
    OutputOptions() {
        this(false);
    }

    /** @param hasRecords whether a path without a form, or with the form {@code joined}, takes the joined records */
    OutputOptions(boolean hasRecords) {
        this.hasRecords = hasRecords;
    }

    /** One place to write to. */
    private record Target(Format format, Path path) {}

    /** Checks the options before anything is read. */
    void check() {
        reportFormat();
        if (targets().stream().filter(target -> target.format() == Format.JOINED).count() > 1) {
            throw new UsageException("--output: joined records go to one file; report forms are json=PATH and markdown=PATH");
        }
    }

    private Format reportFormat() {
        Format form = format(format);
        if (form == Format.JOINED) {
            throw new UsageException("--format is the form of the report, markdown or json; --output PATH takes the records");
        }
        return form;
    }

    /** Where joined records are to be written; null for nowhere. */
    @Nullable Path joined() {
        return targets().stream()
                .filter(target -> target.format() == Format.JOINED)
                .map(Target::path)
                .findFirst()
                .orElse(null);
    }

    /** Writes the report to every place asked for. */
    void write(Report report, Terminal terminal) {
        List<Target> targets =
                targets().stream().filter(target -> target.format() != Format.JOINED).toList();
        if (targets.isEmpty()) {
            StandardOutput.write(terminal, render(report, reportFormat()));
            return;
        }
        for (Target target : targets) {
            try (AtomicFile file = AtomicFile.create(target.path(), false)) {
                file.out().write(render(report, target.format()));
                file.commit();
            } catch (IOException failed) {
                throw AtomicFile.failure(target.path(), failed);
            }
        }
    }

    private static byte[] render(Report report, Format format) {
        return switch (format) {
            case MARKDOWN -> MarkdownReport.of(report).getBytes(StandardCharsets.UTF_8);
            case JSON -> json(report);
            case JOINED -> throw new IllegalArgumentException("records are no report");
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

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (String output : outputs) {
            int equals = output.indexOf('=');
            boolean named = equals > 0 && output.substring(0, equals).chars().allMatch(Character::isLetter);
            Format unnamed = hasRecords ? Format.JOINED : reportFormat();
            Format form = named ? format(output.substring(0, equals)) : unnamed;
            targets.add(new Target(form, Path.of(named ? output.substring(equals + 1) : output)));
        }
        return targets;
    }

    private Format format(String name) {
        for (Format format : Format.values()) {
            if (format == Format.JOINED && !hasRecords) {
                continue;
            }
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
