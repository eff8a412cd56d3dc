package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;

/**
 * Click, conversion and revenue metrics.
 *
 * @param bySegment the same metrics for every slice of the requested breakdowns, by name, for example surface=home|tenant_id=t1.
 *     Keys are sorted; backslash, | and = in the data are escaped by a backslash; an absent key is (missing).
 * @param byDay the same metrics for every day with exposures, by date (2026-11-02) in summary.time_zone. Outcomes belong to the
 *     day of their exposure.
 * @param byVariant the same metrics for every assigned variant, named experiment=...|variant=...; (missing) are requests without
 *     an assignment in that experiment, (contradicting) those with several variants. Empty without assignments.
 * @param ctrByRank clicks per shown slot, by logged rank
 * @param againstPosition clicks of every slice and variant compared with those expected from position alone. Breakdowns with more
 *     than 1,024 slices, or with slices that have no metrics of their own, are left out.
 * @param without the same metrics without robots and without heavy users
 * @param own the definitions of the KPIs set by the user
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
