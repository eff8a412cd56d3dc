package io.github.recsyseval.cli;

import io.github.recsyseval.engine.JoinEngine;
import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.JoinSink;
import io.github.recsyseval.evaluation.Evaluation;
import io.github.recsyseval.evaluation.EvaluationPlan;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.Relevance;
import io.github.recsyseval.metric.ranking.Convention;
import io.github.recsyseval.metric.ranking.RankingMetric;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.report.RunInfo;
import io.github.recsyseval.slice.Breakdown;
import io.github.recsyseval.slice.SliceTable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** What join, offline and report have in common: read, join, evaluate, write, and say by the exit code how it went. */
abstract class EvaluationCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RecsysEval parent;

    @Mixin
    private InputOptions inputs = new InputOptions();

    @Mixin
    private SliceOptions slices = new SliceOptions();

    @Mixin
    private FilterOptions filters = new FilterOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    abstract String name();

    abstract Set<EvaluationPlan.Section> sections();

    /** The groups of metrics that are computed for each request. */
    abstract List<MetricGroup> metrics();

    abstract List<RankingMetric> ranking();

    Convention convention() {
        return Convention.DEFAULT;
    }

    Relevance relevance() {
        return Relevance.DEFAULT;
    }

    /** Checks what can be wrong with the options before anything is read. */
    abstract void check();

    /** Where joined records go. */
    JoinSink sink() {
        return JoinSink.NONE;
    }

    /** Puts the report where it was asked for. */
    abstract void write(Report report, Terminal terminal);

    /** Called when reading has ended, before the report is made. */
    void finish(JoinRun run) {}

    @Override
    public final Integer call() {
        long start = System.nanoTime();
        check();
        Terminal terminal = parent.terminal();
        EvaluationPlan plan = plan(terminal);
        JoinRun run = read(plan.join(), terminal);
        requireSliceKeys(run);
        finish(run);
        Report report = Evaluation.report(plan, run, info(plan, start));
        write(report, terminal);
        run.failures().forEach(parent::complain);
        return exitCode(report, run);
    }

    private JoinRun read(JoinPlan plan, Terminal terminal) {
        Progress progress = Progress.of(terminal, plan.read().monitor(), parent.quiet());
        try {
            return JoinEngine.run(plan, sink());
        } finally {
            progress.close();
        }
    }

    private EvaluationPlan plan(Terminal terminal) {
        JoinPlan join = new JoinPlan(
                inputs.exposures(),
                inputs.outcomes(),
                inputs.assignments(),
                slices.breakdowns(),
                metrics(),
                filters.filter(),
                Attribution.DEFAULT,
                inputs.reading(terminal));
        return new EvaluationPlan(
                name(),
                join,
                sections(),
                ranking(),
                convention(),
                relevance(),
                limits.maxInvalidRate(),
                limits.strict(),
                filters.words());
    }

    private static void requireSliceKeys(JoinRun run) {
        if (run.tally().evaluated() == 0) {
            return;
        }
        for (SliceTable table : run.slices()) {
            for (String key : table.keysNeverMet()) {
                Breakdown breakdown = table.breakdown();
                throw new UsageException(
                        "--slice " + breakdown.name() + ": no exposure has the context key \"" + key + "\"");
            }
        }
    }

    private static RunInfo info(EvaluationPlan plan, long start) {
        return new RunInfo(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                BuildVersion.version(),
                BuildVersion.commit(),
                plan.join().read().threads(),
                Math.round((System.nanoTime() - start) / 1e6) / 1e3);
    }

    private int exitCode(Report report, JoinRun run) {
        if (!run.failures().isEmpty()) {
            return ExitCode.INPUT;
        }
        boolean userLimitFailed = report.dataQuality().limits().stream()
                .anyMatch(limit -> limit.setBy().equals("user") && limit.failed());
        boolean strictFailed = limits.strict() && !report.summary().trusted();
        if (!userLimitFailed && !strictFailed) {
            return ExitCode.OK;
        }
        report.dataQuality().limits().stream()
                .filter(limit -> limit.failed() && (limit.setBy().equals("user") || limits.strict()))
                .forEach(limit -> parent.complain(limit.message()));
        return ExitCode.LIMIT_FAILED;
    }
}
