package io.github.recsyseval.reference;

import io.github.recsyseval.engine.ExperimentColumns;
import io.github.recsyseval.engine.ExposureFilter;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.evaluation.EvaluationPlan;
import io.github.recsyseval.evaluation.OfflinePlan;
import io.github.recsyseval.experiment.AaPlan;
import io.github.recsyseval.experiment.ExperimentPlan;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.slice.Breakdown;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one mode asks of the evaluation that all commands share, and the Go tool's report that it makes of the answer. */
public sealed interface ModeRun permits OfflineRun, ExperimentRun, AaCheckRun {

    /** What a run gives back. */
    record Result(RunReport report, @Nullable RunDecision decision) {}

    /** Whether the run reads assignments. */
    default boolean readsAssignments() {
        return false;
    }

    /** One breakdown by all slice keys crossed; none without keys. */
    List<Breakdown> breakdowns();

    /** What is computed for each request. */
    List<MetricGroup> groups();

    default ExposureFilter filter() {
        return ExposureFilter.ALL;
    }

    /** The filter in words; empty without one. */
    default List<String> filterWords() {
        return List.of();
    }

    default ExperimentColumns columns() {
        return ExperimentColumns.NONE;
    }

    default Set<EvaluationPlan.Section> sections() {
        return Set.of();
    }

    default OfflinePlan offline() {
        return OfflinePlan.NONE;
    }

    /** What is asked about an experiment, given what was read; null for nothing. */
    default @Nullable ExperimentPlan experiment(JoinRun run, String configurationHash) {
        return null;
    }

    /** What an A/A check tries, with so many threads; null for none. */
    default @Nullable AaPlan aaCheck(int threads) {
        return null;
    }

    /** Where every report is kept besides; null for nowhere. */
    default @Nullable Path history() {
        return null;
    }

    /** Where the decision goes; null where none is asked for. */
    default @Nullable Path decisionFile(Path report) {
        return null;
    }

    /** Sentences about what the file asks and does not get. */
    default List<String> notes() {
        return List.of();
    }

    /** The Go tool's report. */
    Result result(RunReports reports, EvaluationPlan plan, JoinRun run);
}
