package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.metric.Relevance;
import io.github.recsyseval.metric.ranking.Convention;
import io.github.recsyseval.metric.ranking.RankingMetric;
import java.util.List;
import java.util.Set;

/**
 * What a command wants to know.
 *
 * @param command its name
 * @param sections which parts the report has besides data quality
 * @param ranking the ranking metrics; empty without {@link Section#OFFLINE}
 * @param maxInvalidRate the share of invalid lines in any input beyond which the run fails
 * @param joinLimits limits on the join set by the user
 * @param strict whether the default limits decide the exit code too
 * @param filters the filters in force, in words
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
        boolean strict,
        List<String> filters) {

    /** Parts of a report. */
    public enum Section {
        KPIS,
        GUARDRAILS,
        OFFLINE
    }
}
