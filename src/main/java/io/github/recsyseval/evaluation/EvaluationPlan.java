package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.metric.Relevance;
import io.github.recsyseval.metric.ranking.Convention;
import io.github.recsyseval.metric.ranking.RankingMetric;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a command wants to know.
 *
 * @param command its name
 * @param sections which parts the report has besides data quality
 * @param ranking the ranking metrics; empty without {@link Section#OFFLINE}
 * @param maxInvalidRate the share of invalid lines in any input beyond which the run fails
 * @param joinLimits limits on the join set by the user
 * @param guardrailLimits limits on guardrails set by the user
 * @param strict whether the default limits decide the exit code too
 * @param filters the filters in force, in words
 * @param timeZone the zone of days
 * @param options all options that decide what is computed, by name
 */
public record EvaluationPlan(
        String command,
        JoinPlan join,
        Set<Section> sections,
        List<RankingMetric> ranking,
        Convention convention,
        Relevance relevance,
        double maxInvalidRate,
        JoinLimits joinLimits,
        GuardrailLimits guardrailLimits,
        boolean strict,
        List<String> filters,
        ZoneId timeZone,
        SortedMap<String, String> options) {

    /** Parts of a report. */
    public enum Section {
        KPIS,
        GUARDRAILS,
        OFFLINE
    }
}
