package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;

/**
 * Business figures.
 *
 * @param ctrByRank clicks per shown slot by logged rank
 */
public record KpiSection(
        boolean trusted, List<MetricRow> metrics, Map<String, List<MetricRow>> bySegment, List<RankRow> ctrByRank) {}
