package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;

/**
 * Business figures.
 *
 * @param bySegment the same figures for every slice, by slice name, in the order of the names
 * @param byDay the same figures for every day of the exposures in the report's time zone, by date
 * @param byVariant the same figures for every variant, by {@code experiment=...|variant=...}; empty without assignments
 * @param ctrByRank clicks per shown slot by logged rank
 * @param againstPosition clicks of every slice and variant beside those expected from position alone
 * @param without the same figures without users who are unlike the others
 * @param own how the user defined the figures that are not built in
 */
public record KpiSection(
        boolean trusted,
        List<MetricRow> metrics,
        Map<String, List<MetricRow>> bySegment,
        Map<String, List<MetricRow>> byDay,
        Map<String, List<MetricRow>> byVariant,
        List<RankRow> ctrByRank,
        Map<String, PositionRow> againstPosition,
        List<WithoutRow> without,
        List<OwnKpiRow> own) {}
