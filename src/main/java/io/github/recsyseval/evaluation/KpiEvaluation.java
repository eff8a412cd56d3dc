package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.join.RobotRule;
import io.github.recsyseval.metric.HeavyUsers;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.TypicalUsers;
import io.github.recsyseval.metric.kpi.OwnKpi;
import io.github.recsyseval.metric.kpi.RankClicks;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.KpiSection;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.OwnKpiRow;
import io.github.recsyseval.report.PositionRow;
import io.github.recsyseval.report.RankRow;
import io.github.recsyseval.report.WithoutRow;
import io.github.recsyseval.stat.RatioMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The business figures: in total, by slice, by day, by variant, by rank. */
final class KpiEvaluation {
    private final JoinRun run;
    private final Rates rates;
    private final List<OwnKpi> own;

    /** @param own the user's own figures, which follow the others */
    KpiEvaluation(JoinRun run, Rates rates, List<OwnKpi> own) {
        this.run = run;
        this.rates = rates;
        this.own = own;
    }

    KpiSection section(boolean trusted, SliceSums total, Cuts cuts) {
        return new KpiSection(
                trusted,
                rows(total),
                cuts.segments().rows(this::rows),
                cuts.days().rows(this::rows),
                cuts.variants().rows(this::rows),
                ctrByRank(run.rankClicks()),
                againstPosition(cuts),
                without(total),
                own.stream().map(KpiEvaluation::definition).toList());
    }

    List<MetricRow> rows(SliceSums sums) {
        List<MetricRow> rows = new ArrayList<>(rates.rows(RequestRates.KPIS, sums));
        rows.addAll(rates.of(own.stream().map(OwnKpi::metric).toList(), sums));
        return rows;
    }

    private Map<String, PositionRow> againstPosition(Cuts cuts) {
        Map<String, PositionRow> rows = new TreeMap<>();
        for (NamedSlices slices : List.of(cuts.segments(), cuts.variants())) {
            slices.againstPosition().forEach((name, against) -> {
                SliceSums sums = slices.sums().get(name);
                if (sums != null) {
                    rows.put(name, row(against, rates.row(RequestRates.CTR.metric(), sums)));
                }
            });
        }
        return rows;
    }

    /** The expectation is taken as known, so the ratio is as uncertain as the slice's ctr, in proportion. */
    private static PositionRow row(RankClicks.AgainstPosition against, MetricRow ctr) {
        boolean none = against.expected() == 0;
        double scale = against.clicks() == 0 || ctr.value() == null || ctr.value() == 0
                ? ctr.n() / against.expected()
                : against.clicks() / against.expected() / ctr.value();
        IntervalRow interval = ctr.interval();
        IntervalRow scaled = none || interval == null || interval.lower() == null || interval.upper() == null
                ? null
                : interval.times(scale);
        return new PositionRow(
                against.slots(),
                against.clicks(),
                against.expected(),
                none ? null : (Double) (against.clicks() / against.expected()),
                scaled);
    }

    private List<WithoutRow> without(SliceSums total) {
        TypicalUsers.Groups groups = TypicalUsers.of(run.sums(), total, run.metrics(), RequestRates.CTR.metric());
        return List.of(
                without("robots", RobotRule.WORDS, groups.robots()),
                without("heavy_users", HeavyUsers.WORDS, groups.heavy()));
    }

    private WithoutRow without(String group, String rule, TypicalUsers.Group left) {
        return new WithoutRow(
                group, rule, left.threshold(), left.left(), left.requests(), MetricRow.ofSlice(rows(left.sums())));
    }

    private static OwnKpiRow definition(OwnKpi kpi) {
        return new OwnKpiRow(
                kpi.name(),
                kpi.events().stream().sorted().map(KpiEvaluation::word).toList(),
                word(kpi.measure()),
                word(kpi.per()),
                kpi.unit());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private List<RankRow> ctrByRank(RankClicks clicks) {
        List<RankRow> rows = new ArrayList<>();
        for (int rank = 1; rank <= RankClicks.MAX_RANK + 1; rank++) {
            RatioMoments moments = clicks.moments(rank);
            if (moments.denominator() > 0) {
                rows.add(new RankRow(
                        rank <= RankClicks.MAX_RANK ? Integer.toString(rank) : ">" + RankClicks.MAX_RANK,
                        moments.ratio(),
                        (long) moments.denominator(),
                        (long) moments.numerator(),
                        rates.interval(moments)));
            }
        }
        return rows;
    }
}
