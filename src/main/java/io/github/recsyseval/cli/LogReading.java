package io.github.recsyseval.cli;

import io.github.recsyseval.engine.JoinEngine;
import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.JoinSink;
import io.github.recsyseval.evaluation.EvaluationPlan;
import io.github.recsyseval.evaluation.PairedPlan;
import io.github.recsyseval.report.RunInfo;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.spill.SpillBudget;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The reading of logs, and what a report says about it. */
final class LogReading {
    private LogReading() {}

    /** All logs that are read, the period before an experiment and other lists for the same requests included. */
    static List<InputSet> inputs(EvaluationPlan plan) {
        List<InputSet> inputs = new ArrayList<>();
        PairedPlan paired = plan.offline().baselineExposures();
        if (paired != null) {
            inputs.addAll(List.of(paired.exposures(), paired.outcomes()));
        }
        List<JoinPlan> readings = new ArrayList<>(List.of(plan.join()));
        if (plan.experiment() != null && plan.experiment().prePeriod() != null) {
            readings.add(plan.experiment().prePeriod());
        }
        readings.forEach(read -> inputs.addAll(List.of(read.exposures(), read.outcomes(), read.assignments())));
        return inputs;
    }

    /** Reads and joins, with a line of progress for who watches. */
    static JoinRun read(RecsysEval parent, JoinPlan plan, JoinSink sink, SpillBudget memory) {
        plan.read().monitor().expect(List.of(plan.exposures(), plan.outcomes(), plan.assignments()));
        Progress progress = Progress.of(parent.terminal(), plan.read().monitor(), parent.quiet());
        try {
            return JoinEngine.run(plan, sink, memory);
        } finally {
            progress.close();
        }
    }

    /** @param start in terms of {@link System#nanoTime} */
    static RunInfo info(JoinPlan plan, long start) {
        return new RunInfo(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                BuildVersion.version(),
                BuildVersion.commit(),
                plan.read().threads(),
                Math.round((System.nanoTime() - start) / 1e6) / 1e3);
    }
}
