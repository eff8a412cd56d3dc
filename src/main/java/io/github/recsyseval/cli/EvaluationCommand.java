package io.github.recsyseval.cli;

import io.github.recsyseval.cli.config.Configurable;
import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.evaluation.Definitions;
import io.github.recsyseval.evaluation.Evaluation;
import io.github.recsyseval.evaluation.EvaluationPlan;
import io.github.recsyseval.evaluation.LimitPlan;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.lists.ShownLists;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.slice.Breakdown;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.spill.SpillBudget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * What join, offline, report, experiment and aa-check have in common: read, join, evaluate, write, and say by the exit code how it went.
 */
abstract class EvaluationCommand extends EvaluationQuestion implements Callable<Integer>, Configurable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RecsysEval parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings(
            "UnusedVariable") // picocli reads it; RecsysEval completes the command line before this command is called
    private ConfigOption config = new ConfigOption();

    @ArgGroup(validate = false, exclusive = false, heading = "%nInput:%n", order = 1)
    private InputOptions inputs = new InputOptions();

    @ArgGroup(validate = false, exclusive = false, heading = "%nReading:%n", order = 18)
    private ReadingWithHashes reading = new ReadingWithHashes();

    @Mixin
    private MemoryOptions memory = new MemoryOptions();

    @ArgGroup(validate = false, exclusive = false, heading = "%nSlices:%n", order = 10)
    private SliceOptions slices = new SliceOptions();

    @ArgGroup(
            validate = false,
            exclusive = false,
            heading = "%nFilters (by time, context and user of the exposure):%n",
            order = 11)
    private FilterOptions filters = new FilterOptions();

    @ArgGroup(validate = false, exclusive = false, heading = "%nAttribution:%n", order = 12)
    private AttributionOptions attribution = new AttributionOptions();

    @ArgGroup(
            validate = false,
            exclusive = false,
            heading = "%nMeaning (printed with the metrics; changes none of them):%n",
            order = 13)
    private MeaningOptions meaning = new MeaningOptions();

    @ArgGroup(validate = false, exclusive = false, heading = "%nLimits:%n", order = 14)
    private LimitOptions limits = new LimitOptions();

    @ArgGroup(validate = false, exclusive = false, heading = "%nOutput:%n", order = 16)
    private OutputOptions output = new OutputOptions();

    final InputOptions inputs() {
        return inputs;
    }

    final MemoryOptions memory() {
        return memory;
    }

    /** How many threads read; at least 1. */
    final int threads() {
        return Math.max(1, reading.threads());
    }

    final List<Breakdown> breakdowns() {
        return slices.breakdowns();
    }

    /** Which outcomes count. */
    final Attribution attribution() {
        return attribution.attribution();
    }

    /** What the options say about the meaning of the figures. */
    final Definitions definitions() {
        Attribution outcomes = attribution();
        return Definitions.of(
                OptionValues.withUnset(spec),
                outcomes.windowWords(),
                outcomes.dedupe().words(),
                filters.words());
    }

    /** Checks what can be wrong with the options before anything is read. */
    void check() {}

    /** What was asked for and changes nothing, a sentence each. */
    List<String> withoutEffect() {
        return List.of();
    }

    /** A report to be shown again instead of making one; null for none. */
    @Nullable Path existingReport() {
        return null;
    }

    /** Begins further outputs, before anything is read. */
    void begin(OutputPaths paths) {}

    /** Throws away what was begun and not written. */
    void end() {}

    /** The exit code that the report's own answer asks for. */
    int outcome(Report report) {
        return ExitCode.OK;
    }

    /** One sentence on standard error. */
    final void complain(String sentence) {
        parent.complain(sentence);
    }

    /** Whether joined records are to be written. */
    final boolean writesRecords() {
        return output.joined() != null;
    }

    /** Whether {@code --output PATH} takes joined records. */
    boolean hasRecords() {
        return false;
    }

    /**
     * Begins the files of records that are written beside the report.
     *
     * @param joined where joined records go; null for nowhere
     */
    RecordFiles recordFiles(@Nullable Path joined) {
        return RecordFiles.none();
    }

    /** Called when the report has been written. */
    void written(Report report) {}

    /** Checks all that can be checked without reading a log. Inputs may be missing, since they may still be given. */
    final void verify() {
        memory.check(parent.terminal(), warning -> {});
        inputs.allowMissing();
        check();
        output.check();
        plan(parent.terminal());
    }

    @Override
    public final Integer call() {
        long start = System.nanoTime();
        memory.check(parent.terminal(), parent::warn);
        check();
        Path existing = existingReport();
        if (existing != null) {
            return render(existing);
        }
        EvaluationPlan plan = plan(parent.terminal());
        try {
            output.open(hasRecords());
            return evaluate(plan, start);
        } finally {
            end();
            output.close();
            memory.close();
        }
    }

    private int render(Path existing) {
        ExistingReport.requireNothingElse(spec.commandLine().getParseResult());
        try {
            output.open(false);
            OutputPaths paths = OutputPaths.apartFrom(spec);
            output.paths().forEach(path -> paths.take("--output", path));
            output.write(ExistingReport.read(existing), parent.terminal(), parent.quiet());
            return ExitCode.OK;
        } finally {
            output.close();
        }
    }

    private int evaluate(EvaluationPlan plan, long start) {
        try (RecordFiles records = recordFiles(output.joined())) {
            OutputPaths paths =
                    OutputPaths.apartFrom(spec, LogReading.inputs(plan).toArray(InputSet[]::new));
            output.paths().forEach(path -> paths.take("--output", path));
            records.targets().forEach(target -> paths.take(target.option(), target.path()));
            begin(paths);
            withoutEffect().forEach(sentence -> parent.warn("warning: " + sentence));
            JoinPlan join = plan.join();
            reading.uselessMap(join.read().map(), join.exposures(), join.outcomes(), join.assignments())
                    .ifPresent(parent::warn);
            SpillBudget share = memory.budget().part(plan.partsOfMemory());
            JoinRun run = LogReading.read(parent, plan.join(), records.sink(), share);
            LoggedFields.require(run);
            records.finish(run);
            Report report = Evaluation.report(
                    plan, run, () -> parent.terminal().stamp().apply(LogReading.info(plan.join(), start)));
            output.write(report, parent.terminal(), parent.quiet());
            written(report);
            if (run.failures().isEmpty()) {
                records.commit();
            }
            return new Answer(report, limits.strict()).exitCode(run.failures(), parent::complain, this::outcome);
        }
    }

    private EvaluationPlan plan(Terminal terminal) {
        ShownLists shown = new ShownLists(breakdowns().size());
        List<MetricGroup> metrics = new ArrayList<>(metrics());
        metrics.add(shown.group());
        JoinPlan join = new JoinPlan(
                inputs.exposures(),
                inputs.outcomes(),
                inputs.assignments(),
                slices.breakdowns(),
                sections().contains(EvaluationPlan.Section.KPIS) ? Optional.of(filters.zone()) : Optional.empty(),
                Optional.of(filters.zone()),
                metrics,
                filter(filters),
                attribution(),
                reading.options(terminal),
                experimentColumns());
        SortedMap<String, String> options = OptionValues.of(spec);
        List<String> words = new ArrayList<>(filters.words());
        words.addAll(filterWords());
        return new EvaluationPlan(
                name(),
                join,
                sections(),
                kpis(),
                offline(),
                meaning.meaning(),
                experiment(join, filters, options),
                aaCheck(join),
                shown,
                slices.floor(),
                slices.top(),
                new LimitPlan(
                        limits.maxInvalidRate(),
                        spec.commandLine().getParseResult().hasMatchedOption("--max-invalid-rate"),
                        limits.join(),
                        guardrailLimits()),
                words,
                filters.zone(),
                options);
    }
}
