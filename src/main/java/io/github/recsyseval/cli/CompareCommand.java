package io.github.recsyseval.cli;

import io.github.recsyseval.cli.OutputOptions.Format;
import io.github.recsyseval.comparison.Comparability;
import io.github.recsyseval.comparison.ReportComparison;
import io.github.recsyseval.evaluation.Definitions;
import io.github.recsyseval.evaluation.Definitions.Difference;
import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.report.RunInfo;
import io.github.recsyseval.report.comparison.Comparison;
import io.github.recsyseval.view.ComparisonPage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code recsys-eval compare}: did we improve, and what changed? */
@Command(
        name = "compare",
        description = {
            "Compare two reports: what moved, and what else changed.",
            "",
            "Shows each metric's change with its interval, split by slice into mix and rate.",
            "A change between two periods is not an effect; experiments measure effects.",
            "",
            "  recsys-eval compare last-week.json this-week.json",
            "  recsys-eval compare last-week.json this-week.json \\",
            "    --output change.md --output json=change.json"
        },
        sortOptions = false,
        customSynopsis = "recsys-eval compare BEFORE.json AFTER.json [OPTION]...",
        descriptionHeading = "%n",
        parameterListHeading = "%nReports:%n",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "Reports with other definitions (slices, attribution window, filters, ...) are",
            "refused. Exit codes: 0 good, 64 usage or not comparable, 66 a report is missing",
            "or unusable, 74 output failed. Documentation: docs/compare.md."
        })
final class CompareCommand implements Callable<Integer> {
    static final List<Format> FORMATS = List.of(Format.TEXT, Format.MARKDOWN, Format.JSON, Format.HTML);

    /** Whose figures are about all that was logged; an experiment has answers about its arms. */
    private static final Set<String> COMMANDS = Set.of("report", "offline", "join");

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RecsysEval parent;

    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "The earlier JSON report, from report, offline or join.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The later JSON report.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path after;

    @ArgGroup(validate = false, exclusive = false, heading = "%nOutput:%n", order = 16)
    private Output output = new Output();

    /** Where the comparison goes. */
    static final class Output {
        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description = "text, markdown, json or html (default: text on a terminal, else markdown).")
        private @Nullable String format;

        @Option(
                names = "--output",
                paramLabel = "[FORMAT=]PATH",
                description =
                        "Write to a file instead of standard output (repeatable). Without FORMAT or --format, the file ending decides: json, html, md or txt.")
        private List<String> outputs = List.of();
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        OutputOptions targets = OutputOptions.of(output.format, output.outputs, FORMATS);
        try {
            targets.open(false);
            OutputPaths paths = OutputPaths.apartFrom(List.of(before, after));
            targets.paths().forEach(path -> paths.take("--output", path));
            Comparison comparison = compare(start);
            boolean colour = output.outputs.isEmpty() && parent.terminal().colour();
            targets.write(format -> render(comparison, format, colour), parent.terminal(), parent.quiet());
            return ExitCode.OK;
        } finally {
            targets.close();
        }
    }

    private Comparison compare(long start) {
        BaselineReport then = EarlierReport.read(before);
        BaselineReport now = EarlierReport.read(after);
        if (!COMMANDS.contains(then.command()) || !COMMANDS.contains(now.command())) {
            throw new UsageException(before + " (made by " + then.command() + ") and " + after + " (made by "
                    + now.command() + ") are not comparable: compare takes reports of report, offline and join");
        }
        Definitions ofThen = EarlierReport.definitions(then);
        Definitions ofNow = EarlierReport.definitions(now);
        List<Difference> differences = Comparability.incompatible(then, now, ofThen, ofNow);
        if (!differences.isEmpty()) {
            throw new UsageException(
                    before + " and " + after + " cannot be compared, they were made with other definitions: "
                            + differences.stream().map(Difference::words).collect(Collectors.joining("; ")));
        }
        RunInfo run = new RunInfo(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                BuildVersion.version(),
                BuildVersion.commit(),
                1,
                Math.round((System.nanoTime() - start) / 1e6) / 1e3);
        return ReportComparison.of(
                then, now, ofThen, ofNow, parent.terminal().stamp().apply(run));
    }

    private static byte[] render(Comparison comparison, Format format, boolean colour) {
        return format == Format.JSON
                ? ReportRendering.json(comparison)
                : ReportRendering.page(ComparisonPage.of(comparison), format, colour);
    }
}
