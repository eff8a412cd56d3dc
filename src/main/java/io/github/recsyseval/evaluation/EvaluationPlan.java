package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.experiment.AaPlan;
import io.github.recsyseval.experiment.ExperimentPlan;
import io.github.recsyseval.metric.kpi.OwnKpi;
import io.github.recsyseval.metric.lists.ShownLists;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a command wants to know.
 *
 * @param command its name
 * @param sections which parts the report has besides data quality
 * @param kpis the user's own business figures
 * @param offline what is asked about the lists; {@link OfflinePlan#NONE} without {@link Section#OFFLINE}
 * @param meaning what the user declares about the data
 * @param experiment what is asked about an experiment; null for nothing
 * @param aaCheck what an A/A check tries; null for none
 * @param shown what was shown; its group is one of the metrics of the join
 * @param sliceFloor slices with fewer observations are called too few
 * @param topSlices how many slices of a breakdown are shown one by one where space is short; the others together
 * @param limits those that the user set
 * @param filters the filters in force, in words
 * @param timeZone the zone of days
 * @param options all options that decide what is computed, by name
 */
public record EvaluationPlan(
        String command,
        JoinPlan join,
        Set<Section> sections,
        List<OwnKpi> kpis,
        OfflinePlan offline,
        DeclaredMeaning meaning,
        @Nullable ExperimentPlan experiment,
        @Nullable AaPlan aaCheck,
        ShownLists shown,
        int sliceFloor,
        int topSlices,
        LimitPlan limits,
        List<String> filters,
        ZoneId timeZone,
        SortedMap<String, String> options) {

    /** A baseline has one part of the memory, and the two score books another. */
    private static final int BASELINE_PARTS = 2;

    /** How many parts memory has: the run, the period before it that is read while the run is held, the baseline, scores to compare. */
    public int partsOfMemory() {
        return 1
                + (experiment != null && experiment.prePeriod() != null ? 1 : 0)
                + (offline.baselineExposures() != null ? BASELINE_PARTS : 0);
    }

    /** Parts of a report. */
    public enum Section {
        KPIS,
        GUARDRAILS,
        OFFLINE
    }
}
