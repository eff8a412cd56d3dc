package io.github.recsyseval.cli;

import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.evaluation.Evaluation;
import io.github.recsyseval.evaluation.EvaluationPlan;
import io.github.recsyseval.evaluation.GuardrailLimits;
import io.github.recsyseval.evaluation.JoinLimits;
import io.github.recsyseval.evaluation.LimitPlan;
import io.github.recsyseval.experiment.ExperimentException;
import io.github.recsyseval.reference.AaCheckRun;
import io.github.recsyseval.reference.ExperimentRun;
import io.github.recsyseval.reference.FileKeys;
import io.github.recsyseval.reference.Mode;
import io.github.recsyseval.reference.ModeRun;
import io.github.recsyseval.reference.OfflineRun;
import io.github.recsyseval.reference.RunFiles;
import io.github.recsyseval.reference.RunReports;
import io.github.recsyseval.report.JsonReport;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.source.InputSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            "Take the Go tool's command line and files, and write its report.",
            "",
            "The command line, the files and the report are those of the Go tool recsys-eval;",
            "numbers are computed by this program. docs/run.md lists the differences.",
            "",
            "  recsys-eval run --mode offline --dataset testdata/run/dataset.yaml \\",
            "    --config testdata/run/offline.yaml --output before.json",
            "  recsys-eval run --dataset testdata/run/dataset.yaml \\",
            "    --config testdata/run/gate.yaml --baseline before.json \\",
            "    --output report.md --output-format markdown"
        },
        sortOptions = false,
        customSynopsis = "recsys-eval run --dataset FILE --config FILE --output FILE [OPTION]...",
        descriptionHeading = "%n",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = "Exit codes, as in the Go tool: 0 good or ship, 2 hold, 3 fail, 1 anything else.")
final class RunCommand implements Callable<Integer> {
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
            description =
                    "offline, experiment or aa-check; interleaving and ope do not exist yet (default: mode: in --config).")
    private @Nullable String mode;

    @Option(names = "--dataset", paramLabel = "FILE", description = "YAML: where the logs are.")
    private @Nullable Path dataset;

    @Option(names = "--config", paramLabel = "FILE", description = "YAML: what to evaluate.")
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
            description = "Mode experiment: overrides the id in --config.")
    private @Nullable String experimentId;

    @Option(
            names = "--max-invalid-rate",
            paramLabel = "SHARE",
            description = "Fail if more than this share of an input's lines is invalid (default ${DEFAULT-VALUE}).")
    private double maxInvalidRate;

    @Option(
            names = LimitOptions.TOLERATE,
            paramLabel = "CODE[,CODE...]",
            split = ",",
            hideParamSyntax = true,
            description = LimitOptions.TOLERATES)
    private List<String> tolerated = List.of();

    @Option(names = "--strict", description = "Fail if the data is not trusted.")
    private boolean strict;

    @ArgGroup(validate = false, exclusive = false, heading = "%nReading:%n", order = 18)
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
        return code > ExitCode.ROLL_BACK && code < SIGNALS ? RunVerdict.FAILED : code;
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        LimitOptions.checkShare("--max-invalid-rate", maxInvalidRate);
        RunFormat form = RunFormat.named(format);
        memory.check(parent.terminal(), parent::warn);
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
        LimitPlan limits = limits();
        RunPlans plans = new RunPlans(files, run, reading.options(parent.terminal()));
        JoinPlan join = plans.join();
        Path decisionPath = run.decisionFile(required(output));
        check(List.of(join.exposures(), join.outcomes(), join.assignments()), decisionPath, run.history());
        reading.uselessMap(join.read().map(), join.exposures(), join.outcomes(), join.assignments())
                .ifPresent(parent::warn);
        try (AtomicFile file = AtomicFile.create(required(output), false);
                AtomicFile decisionFile = decisionPath == null ? null : AtomicFile.create(decisionPath, false)) {
            JoinRun joined = LogReading.read(parent, join, RecordFiles.none().sink(), memory.budget());
            EvaluationPlan plan = plans.evaluation(joined, limits, OptionValues.of(spec));
            Report report = report(plan, joined, start);
            ModeRun.Result result =
                    run.result(new RunReports(files, report, notes(files, plans, joined)), plan, joined);
            form.write(result.report(), file);
            if (decisionFile != null && result.decision() != null) {
                RunFormat.json(result.decision(), decisionFile);
            }
            if (run.history() != null) {
                HistoryFolder.append(
                        run.history(), result.report().runId(), out -> JsonReport.writePresent(result.report(), out));
            }
            return new RunVerdict(parent, strict).exitCode(result, report, joined);
        }
    }

    /** What the files and the command line ask and do not get. */
    private List<String> notes(RunFiles files, RunPlans plans, JoinRun joined) {
        List<String> notes = new ArrayList<>(plans.notes(joined));
        if (baseline != null && files.mode() != Mode.OFFLINE) {
            notes.add("--baseline has no effect: only mode offline compares with an earlier report");
        }
        if (experimentId != null && files.mode() == Mode.OFFLINE) {
            notes.add("--experiment-id has no effect: mode offline evaluates no experiment");
        }
        return notes;
    }

    private LimitPlan limits() {
        return new LimitPlan(
                maxInvalidRate,
                spec.commandLine().getParseResult().hasMatchedOption("--max-invalid-rate"),
                JoinLimits.NONE.tolerating(LimitOptions.tolerated(tolerated)),
                GuardrailLimits.NONE);
    }

    private Report report(EvaluationPlan plan, JoinRun joined, long start) {
        try {
            return Evaluation.report(
                    plan, joined, () -> parent.terminal().stamp().apply(LogReading.info(plan.join(), start)));
        } catch (ExperimentException unknown) {
            throw new UsageException(FileKeys.in(String.valueOf(unknown.getMessage()), experimentId));
        }
    }

    private void check(List<InputSet> inputs, @Nullable Path decision, @Nullable Path history) {
        OutputPaths paths = OutputPaths.apartFrom(spec, inputs.toArray(InputSet[]::new));
        if (required(output).toString().equals("-")) {
            throw new UsageException("--output takes a file, as the Go tool's does; /dev/stdout prints the report");
        }
        paths.take("--output", output);
        paths.take("experiment.decision.output_path", decision);
        HistoryFolder.check("offline.history_dir", history);
    }

    private Path required(@Nullable Path path) {
        if (path == null || path.toString().isEmpty()) {
            throw new UsageException("--dataset, --config and --output are needed, each with a file");
        }
        return path;
    }
}
