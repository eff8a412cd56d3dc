package io.github.recsyseval.cli;

import io.github.recsyseval.engine.ExperimentColumns;
import io.github.recsyseval.engine.ExposureFilter;
import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.evaluation.EvaluationPlan;
import io.github.recsyseval.evaluation.GuardrailLimits;
import io.github.recsyseval.evaluation.OfflinePlan;
import io.github.recsyseval.experiment.AaPlan;
import io.github.recsyseval.experiment.ExperimentPlan;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.kpi.OwnKpi;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What an evaluation command asks of the logs, as far as it differs from command to command; called after its options were checked. */
abstract class EvaluationQuestion {
    abstract String name();

    abstract Set<EvaluationPlan.Section> sections();

    /** The groups of metrics that are computed for each request. */
    abstract List<MetricGroup> metrics();

    /** What is asked about the lists. */
    OfflinePlan offline() {
        return OfflinePlan.NONE;
    }

    /** The user's own business figures. */
    List<OwnKpi> kpis() {
        return List.of();
    }

    /** The limits that the user set on guardrails. */
    GuardrailLimits guardrailLimits() {
        return GuardrailLimits.NONE;
    }

    /** Which exposures are evaluated. */
    ExposureFilter filter(FilterOptions filters) {
        return filters.filter();
    }

    /** What else is said about the filter. */
    List<String> filterWords() {
        return List.of();
    }

    /** What an experiment needs of every request. */
    ExperimentColumns experimentColumns() {
        return ExperimentColumns.NONE;
    }

    /** What is asked about an experiment; null for nothing. */
    @Nullable ExperimentPlan experiment(JoinPlan join, FilterOptions filters, SortedMap<String, String> options) {
        return null;
    }

    /** What an A/A check tries; null for none. */
    @Nullable AaPlan aaCheck(JoinPlan join) {
        return null;
    }
}
