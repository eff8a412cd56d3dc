package io.github.recsyseval.cli;

import io.github.recsyseval.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        GITHUB
    }

    /** What {@code --output} calls the joined records, which are no form of a report. */
    private static final String JOINED = "joined";

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

    private List<Format> formats = List.of(Format.values());

    private @Nullable Path joined;

    /**
     * Options of a command that says in words of its own what they take.
     *
     * @param formats the forms that it has
     */
    static OutputOptions of(@Nullable String format, List<String> outputs, List<Format> formats) {
        OutputOptions options = new OutputOptions();
        options.format = format;
        options.outputs = outputs;
        options.formats = formats;
        return options;
    }

    private Forms<Format> forms() {
        return new Forms<>(formats, Format.MARKDOWN, format);
    }

    /** Checks the format, and leaves the files alone. */
    void check() {
        forms().ofStandardOutput();
    }

    /**
     * Checks the options and begins the files of reports, before anything is read.
     *
     * @param hasRecords whether {@code joined=PATH} takes the joined records, as a path does whose ending is not that of a report
     */
    void open(boolean hasRecords) {
        check();
        for (String output : outputs) {
            Forms.Given given = Forms.Given.of(output);
            OutputPaths.requireName("--output", given.path());
            if (hasRecords && isForRecords(given)) {
                takeRecords(given.path());
                continue;
            }
            Forms.Target<Format> target = forms().target(output);
            targets.add(new Target(target.form(), target.path(), AtomicFile.create(target.path(), false)));
        }
    }

    private static boolean isForRecords(Forms.Given given) {
        return given.form().isEmpty()
                ? FileEnding.form(given.path()).isEmpty()
                : given.form().equalsIgnoreCase(JOINED);
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
            StandardOutput.write(terminal, rendering.apply(text ? Format.TEXT : forms().ofStandardOutput()));
        }
        targets.forEach(target -> target.file().write(rendering.apply(target.format())));
        AtomicFile.commit(targets.stream().map(Target::file).toList());
    }

    /** Throws away what was begun and not written. */
    void close() {
        targets.forEach(target -> target.file().close());
    }
}
