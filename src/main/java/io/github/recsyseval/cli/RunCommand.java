package io.github.recsyseval.cli;

import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.evaluation.DeclaredMeaning;
import io.github.recsyseval.evaluation.Evaluation;
import io.github.recsyseval.evaluation.EvaluationPlan;
import io.github.recsyseval.evaluation.GuardrailLimits;
import io.github.recsyseval.evaluation.JoinLimits;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.reference.OfflineRun;
import io.github.recsyseval.reference.RunFiles;
import io.github.recsyseval.reference.RunReport;
import io.github.recsyseval.reference.RunReports;
import io.github.recsyseval.report.JsonReport;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.slice.SliceTable;
import io.github.recsyseval.source.InputSet;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code recsys-eval run}: the Go tool's command line, files and report, with the figures of this program. */
@Command(
        name = "run",
        description = {
            "The Go tool recsys-eval's command line and files, unchanged; its report, with the figures of this program.",
            "What differs is in docs/run.md.",
            "",
            "  recsys-eval run --mode offline --dataset testdata/run/dataset.yaml \\",
            "    --config testdata/run/offline.yaml --output before.json",
            "  recsys-eval run --dataset testdata/run/dataset.yaml --config testdata/run/gate.yaml \\",
            "    --baseline before.json --output report.md --output-format markdown"
        },
        sortOptions = false,
        customSynopsis = "recsys-eval run --dataset FILE --config FILE --output FILE [OPTION]...",
        descriptionHeading = "%n",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = "Exit codes, as the Go tool's: 0 good or ship, 2 hold, 3 fail, 1 everything else.")
final class RunCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int SIGNALS = 128;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RecsysEval parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "offline; the other modes do not exist yet (default: mode: in --config).")
    private @Nullable String mode;

    @Option(names = "--dataset", paramLabel = "FILE", description = "YAML: where the logs are.")
    private @Nullable Path dataset;

    @Option(names = "--config", paramLabel = "FILE", description = "YAML: what is asked of them.")
    private @Nullable Path config;

    @Option(names = "--output", paramLabel = "FILE", description = "Where the report goes.")
    private @Nullable Path output;

    @Option(
            names = "--output-format",
            paramLabel = "FORMAT",
            description = "json, markdown or html (default ${DEFAULT-VALUE}).")
    private String format = "json";

    @Option(
            names = "--baseline",
            paramLabel = "REPORT",
            description = "Mode offline: compare with this JSON report, of this program or of the Go tool.")
    private @Nullable Path baseline;

    @Option(
            names = "--max-invalid-rate",
            paramLabel = "SHARE",
            description = "The share of invalid lines in any input that is tolerated (default ${DEFAULT-VALUE}).")
    private double maxInvalidRate;

    @Option(names = "--strict", description = "Fail when the data is not trusted.")
    private boolean strict;

    @ArgGroup(validate = false, heading = "%nReading:%n")
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private MemoryOptions memory = new MemoryOptions();

    /** Whether a command line is for this command, be it right or wrong. */
    static boolean isMeantBy(String... args) {
        for (String arg : args) {
            if (!arg.startsWith("-")) {
                return arg.equals("run");
            }
        }
        return false;
    }

    /** The Go tool knows no class of failure; 2 and 3 are decisions, and what a signal or a closed pipe ends stays as it is. */
    static int exitCode(int code) {
        return code > ExitCode.ROLL_BACK && code < SIGNALS ? FAILED : code;
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        LimitOptions.checkShare("--max-invalid-rate", maxInvalidRate);
        RunFormat form = RunFormat.named(format);
        memory.check(parent.terminal());
        RunFiles files = RunFiles.read(required(dataset), required(config), mode);
        try {
            return offline(files, form, start);
        } finally {
            memory.close();
        }
    }

    private int offline(RunFiles files, RunFormat form, long start) {
        OfflineRun run = new OfflineRun(files, baseline);
        Map<String, InputSet> inputs = new LinkedHashMap<>();
        inputs.put("exposures", files.exposures());
        inputs.put("outcomes", files.outcomes());
        EvaluationPlan plan = plan(run, files.exposures(), files.outcomes());
        try (AtomicFile file = begin(inputs)) {
            JoinRun joined = EvaluationCommand.read(
                    parent, plan.join(), RecordFiles.none().sink(), memory.budget());
            Report report = Evaluation.report(
                    plan, joined, parent.terminal().stamp().apply(EvaluationCommand.info(plan.join(), start)));
            RunReport result =
                    new RunReports(files, report, notes(joined)).offline(run);
            form.write(result, file);
            if (run.history() != null) {
                HistoryFolder.append(run.history(), result.runId(), out -> JsonReport.writePresent(result, out));
            }
            return verdict(result, report, joined);
        }
    }

    private EvaluationPlan plan(OfflineRun run, InputSet exposures, InputSet outcomes) {
        JoinPlan join = new JoinPlan(
                exposures,
                outcomes,
                InputSet.NONE,
                run.breakdowns(),
                Optional.empty(),
                run.groups(),
                run.filter(),
                Attribution.DEFAULT,
                reading.options(parent.terminal()));
        return new EvaluationPlan(
                "run",
                join,
                Set.of(EvaluationPlan.Section.OFFLINE),
                List.of(),
                run.plan(),
                DeclaredMeaning.NONE,
                0,
                1,
                maxInvalidRate,
                spec.commandLine().getParseResult().hasMatchedOption("--max-invalid-rate"),
                JoinLimits.NONE,
                GuardrailLimits.NONE,
                strict,
                run.filterWords(),
                ZoneOffset.UTC,
                OptionValues.of(spec));
    }

    private AtomicFile begin(Map<String, InputSet> inputs) {
        Path target = required(output);
        OutputPaths.apartFrom(inputs.values().toArray(InputSet[]::new)).take("--output", target);
        for (Path file : List.of(required(dataset), required(config))) {
            if (OutputPaths.isSame(file, target)) {
                throw new UsageException("--output " + target + " is one of the files that say what to do");
            }
        }
        return AtomicFile.create(target, false);
    }

    private Path required(@Nullable Path path) {
        if (path == null || path.toString().isEmpty()) {
            throw new UsageException("--dataset, --config and --output are needed, each with a file");
        }
        return path;
    }

    /** What the Go tool takes without a word: slice keys that nobody logs. */
    private static List<String> notes(JoinRun run) {
        List<String> notes = new ArrayList<>();
        if (run.tally().evaluated() > 0) {
            for (SliceTable table : run.slices()) {
                table.keysNeverMet()
                        .forEach(key -> notes.add("slice_keys: no exposure has the context key \"" + key + "\""));
            }
        }
        return notes;
    }

    private int verdict(RunReport result, Report report, JoinRun run) {
        List<String> failed = new ArrayList<>(run.failures());
        List<RunReport.GateResult> gates = result.gates();
        if (gates != null) {
            gates.stream()
                    .filter(gate -> !gate.passed())
                    .map(gate -> "gate on " + gate.metric() + " failed: " + gate.reason())
                    .forEach(failed::add);
        }
        failed.addAll(EvaluationCommand.failedLimits(report, strict));
        List<String> warnings = result.warnings();
        if (warnings != null && !parent.quiet()) {
            warnings.forEach(warning -> parent.complain("warning: " + warning));
        }
        failed.forEach(parent::complain);
        return failed.isEmpty() ? ExitCode.OK : FAILED;
    }
}
