package io.github.recsyseval.cli;

import io.github.recsyseval.report.Report;
import io.github.recsyseval.text.DidYouMean;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which form and where a report is written. */
final class OutputOptions {
    /** The forms of a report. */
    enum Format {
        TEXT,
        MARKDOWN,
        JSON,
        HTML,
        JUNIT,
        GITHUB,
        /** The joined records instead of a report; only where a command has them. */
        JOINED
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, markdown, json, html, junit or github (default: text on a terminal, else markdown).")
    private @Nullable String format;

    @Option(
            names = "--output",
            paramLabel = "[FORMAT=]PATH",
            description =
                    "Write to a file instead of standard output (repeatable: several formats from one run). Without FORMAT or --format, the file ending decides: json, html, md, txt, or xml (junit).")
    private List<String> outputs = List.of();

    /** One file to write to, begun before anything is read so that a path that cannot be written is told at once. */
    private record Target(Format format, Path path, AtomicFile file) {}

    private final List<Target> targets = new ArrayList<>();

    private Set<Format> formats = EnumSet.complementOf(EnumSet.of(Format.JOINED));

    private @Nullable Path joined;

    /**
     * Options of a command that says in words of its own what they take.
     *
     * @param formats the forms that it has
     */
    static OutputOptions of(@Nullable String format, List<String> outputs, Set<Format> formats) {
        OutputOptions options = new OutputOptions();
        options.format = format;
        options.outputs = outputs;
        options.formats = formats;
        return options;
    }

    /** Checks the format, and leaves the files alone. */
    void check() {
        given();
    }

    /**
     * Checks the options and begins the files of reports, before anything is read.
     *
     * @param hasRecords whether a path without a form, or with the form {@code joined}, takes the joined records
     */
    void open(boolean hasRecords) {
        Format reports = given();
        for (String output : outputs) {
            int equals = output.indexOf('=');
            boolean named = equals > 0 && output.substring(0, equals).chars().allMatch(Character::isLetter);
            Path path = Path.of(named ? output.substring(equals + 1) : output);
            OutputPaths.requireName("--output", path);
            Format unnamed = hasRecords ? Format.JOINED : byEnding(path, reports);
            Format form = named ? format(output.substring(0, equals), hasRecords) : unnamed;
            if (form == Format.JOINED) {
                takeRecords(path);
                continue;
            }
            targets.add(new Target(form, path, AtomicFile.create(path, false)));
        }
    }

    /** What {@code --format} says, or else the ending of the file. */
    private Format byEnding(Path path, Format otherwise) {
        return FileEnding.form(path)
                .filter(name -> format == null)
                .map(name -> Format.valueOf(name.toUpperCase(Locale.ROOT)))
                .filter(formats::contains)
                .orElse(otherwise);
    }

    /** The paths of reports, as they were given. */
    List<Path> paths() {
        return targets.stream().map(Target::path).toList();
    }

    private void takeRecords(Path path) {
        if (joined != null) {
            throw new UsageException(
                    "--output: joined records go to one file; a report goes to markdown=PATH or json=PATH");
        }
        joined = path;
    }

    /** Where joined records are to be written; null for nowhere. */
    @Nullable Path joined() {
        return joined;
    }

    /** Writes the report to every place asked for. */
    void write(Report report, Terminal terminal, boolean quiet) {
        boolean colour = targets.isEmpty() && terminal.colour();
        write(form -> ReportRendering.render(report, form, terminal, colour), terminal, quiet);
    }

    /** Writes whatever is rendered in each form asked for. */
    void write(Function<Format, byte[]> rendering, Terminal terminal, boolean quiet) {
        if (targets.isEmpty() && !quiet) {
            boolean text = format == null && terminal.screen() && formats.contains(Format.TEXT);
            StandardOutput.write(terminal, rendering.apply(text ? Format.TEXT : given()));
        }
        for (Target target : targets) {
            try {
                target.file().out().write(rendering.apply(target.format()));
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

    private Format given() {
        return format == null ? Format.MARKDOWN : format(format, false);
    }

    private Format format(String name, boolean hasRecords) {
        List<Format> known = Arrays.stream(Format.values())
                .filter(format -> formats.contains(format) || hasRecords && format == Format.JOINED)
                .toList();
        for (Format format : known) {
            if (format.name().equalsIgnoreCase(name)) {
                return format;
            }
        }
        if (name.equals("md")) {
            return Format.MARKDOWN;
        }
        List<String> names = known.stream()
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
        String meant = DidYouMean.hintOrAll(name.toLowerCase(Locale.ROOT), names);
        throw new UsageException("no format \"" + name + "\"" + meant);
    }
}
