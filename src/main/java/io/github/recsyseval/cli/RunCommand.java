package io.github.recsyseval.cli;

import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.evaluation.DeclaredMeaning;
import io.github.recsyseval.evaluation.Evaluation;
import io.github.recsyseval.evaluation.EvaluationPlan;
import io.github.recsyseval.evaluation.GuardrailLimits;
import io.github.recsyseval.evaluation.JoinLimits;
import io.github.recsyseval.experiment.ExperimentException;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.lists.ShownLists;
import io.github.recsyseval.reference.AaCheckRun;
import io.github.recsyseval.reference.ExperimentRun;
import io.github.recsyseval.reference.ModeRun;
import io.github.recsyseval.reference.OfflineRun;
import io.github.recsyseval.reference.RunAaCheck;
import io.github.recsyseval.reference.RunDecision;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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
            description = "offline, experiment or aa-check; the others do not exist yet (default: mode: in --config).")
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
            names = "--experiment-id",
            paramLabel = "ID",
            description = "Mode experiment: beats experiment.experiment_id in --config.")
    private @Nullable String experimentId;

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
        ModeRun run = switch (files.mode()) {
            case OFFLINE -> new OfflineRun(files, baseline);
            case AA_CHECK -> new AaCheckRun(files, experimentId);
            default -> new ExperimentRun(files, experimentId);
        };
        try {
            return execute(files, run, form, start);
        } finally {
            memory.close();
        }
    }

    private int execute(RunFiles files, ModeRun run, RunFormat form, long start) {
        Map<String, InputSet> inputs = files.inputs(run.readsAssignments());
        ShownLists shown = new ShownLists(run.breakdowns().size());
        JoinPlan join = join(run, inputs, shown);
        Path decisionPath = run.decisionFile(required(output));
        check(inputs, decisionPath);
        reading.uselessMap(join.read().map(), join.exposures(), join.outcomes(), join.assignments())
                .ifPresent(parent::warn);
        try (AtomicFile file = AtomicFile.create(required(output), false);
                AtomicFile decisionFile = decisionPath == null ? null : AtomicFile.create(decisionPath, false)) {
            JoinRun joined = LogReading.read(parent, join, RecordFiles.none().sink(), memory.budget());
            EvaluationPlan plan = plan(join, run, joined, shown);
            Report report = report(plan, joined, start);
            ModeRun.Result result = run.result(new RunReports(files, report, notes(files, run, joined)), plan, joined);
            form.write(result.report(), file);
            if (decisionFile != null && result.decision() != null) {
                RunFormat.json(result.decision(), decisionFile);
            }
            if (run.history() != null) {
                HistoryFolder.append(
                        run.history(), result.report().runId(), out -> JsonReport.writePresent(result.report(), out));
            }
            return verdict(result, report, joined);
        }
    }

    private Report report(EvaluationPlan plan, JoinRun joined, long start) {
        try {
            return Evaluation.report(
                    plan, joined, () -> parent.terminal().stamp().apply(LogReading.info(plan.join(), start)));
        } catch (ExperimentException unknown) {
            throw new UsageException(ExperimentRun.inTermsOfTheFile(String.valueOf(unknown.getMessage())));
        }
    }

    private JoinPlan join(ModeRun run, Map<String, InputSet> inputs, ShownLists shown) {
        List<MetricGroup> groups = new ArrayList<>(run.groups());
        groups.add(shown.group());
        return new JoinPlan(
                inputs.getOrDefault("exposures", InputSet.NONE),
                inputs.getOrDefault("outcomes", InputSet.NONE),
                inputs.getOrDefault("assignments", InputSet.NONE),
                run.breakdowns(),
                Optional.empty(),
                Optional.empty(),
                groups,
                run.filter(),
                Attribution.DEFAULT,
                reading.options(parent.terminal()),
                run.columns());
    }

    private EvaluationPlan plan(JoinPlan join, ModeRun run, JoinRun joined, ShownLists shown) {
        SortedMap<String, String> options = OptionValues.of(spec);
        return new EvaluationPlan(
                "run",
                join,
                run.sections(),
                List.of(),
                run.offline(),
                DeclaredMeaning.NONE,
                run.experiment(joined, ConfigurationHash.of(options)),
                run.aaCheck(join.read().threads()),
                shown,
                SliceOptions.FLOOR,
                1,
                maxInvalidRate,
                spec.commandLine().getParseResult().hasMatchedOption("--max-invalid-rate"),
                JoinLimits.NONE,
                GuardrailLimits.NONE,
                strict,
                run.filterWords(),
                ZoneOffset.UTC,
                options);
    }

    private void check(Map<String, InputSet> inputs, @Nullable Path decision) {
        OutputPaths paths = OutputPaths.apartFrom(inputs.values().toArray(InputSet[]::new));
        paths.take("--output", output);
        paths.take("experiment.decision.output_path", decision);
        for (Path file : List.of(required(dataset), required(config))) {
            if (OutputPaths.isSame(file, required(output))) {
                throw new UsageException("--output " + output + " is one of the files that say what to do");
            }
        }
    }

    private Path required(@Nullable Path path) {
        if (path == null || path.toString().isEmpty()) {
            throw new UsageException("--dataset, --config and --output are needed, each with a file");
        }
        return path;
    }

    /** What the Go tool takes without a word: slice keys that nobody logs. */
    private static List<String> notes(RunFiles files, ModeRun run, JoinRun joined) {
        List<String> notes = new ArrayList<>(files.notes());
        notes.addAll(run.notes());
        if (joined.tally().evaluated() > 0) {
            notes.addAll(neverMet("slice_keys", joined.slices()));
            notes.addAll(neverMet("srm.slice_keys", joined.columns().splits()));
        }
        return notes;
    }

    private static List<String> neverMet(String keys, List<SliceTable> tables) {
        return tables.stream()
                .flatMap(table -> table.keysNeverMet().stream())
                .map(key -> keys + ": no exposure has the context key \"" + key + "\"")
                .toList();
    }

    private int verdict(ModeRun.Result result, Report report, JoinRun run) {
        List<String> failed = new ArrayList<>(run.failures());
        List<RunReport.GateResult> gates = result.report().gates();
        if (gates != null) {
            gates.stream()
                    .filter(gate -> !gate.passed())
                    .map(gate -> "gate on " + gate.metric() + " failed: " + gate.reason())
                    .forEach(failed::add);
        }
        RunAaCheck check = result.report().aaCheck();
        if (check != null && !check.uniformish()) {
            failed.add("aa-check: the tests of " + String.join(", ", check.off()) + " cannot be relied on");
        }
        failed.addAll(new Answer(report, strict).failedLimits());
        List<String> warnings = result.report().warnings();
        if (warnings != null && !parent.quiet()) {
            warnings.forEach(warning -> parent.complain("warning: " + warning));
        }
        failed.forEach(parent::complain);
        return failed.isEmpty() ? decided(result.decision()) : FAILED;
    }

    private int decided(@Nullable RunDecision decision) {
        if (decision == null || decision.decision().equals("ship")) {
            return ExitCode.OK;
        }
        parent.complain(decision.decision() + ": " + decision.reason());
        return decision.decision().equals("hold") ? ExitCode.HOLD : ExitCode.ROLL_BACK;
    }
}
