package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RankClicks;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.KpiSection;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.RankRow;
import io.github.recsyseval.stat.Wilson;
import java.util.ArrayList;
import java.util.List;

/** The business figures: in total, by slice, by day, by variant, by rank. */
final class KpiEvaluation {
    private final JoinRun run;
    private final Rates rates;

    KpiEvaluation(JoinRun run, Rates rates) {
        this.run = run;
        this.rates = rates;
    }

    KpiSection section(boolean trusted, SliceSums total, Cuts cuts) {
        return new KpiSection(
                trusted,
                rates.rows(RequestRates.KPIS, total, true),
                cuts.segments().rows(this::ofSlice),
                cuts.days().rows(this::ofSlice),
                cuts.variants().rows(this::ofSlice),
                ctrByRank(run.rankClicks()));
    }

    private List<MetricRow> ofSlice(SliceSums sums) {
        return rates.rows(RequestRates.KPIS, sums, false);
    }

    private static List<RankRow> ctrByRank(RankClicks clicks) {
        List<RankRow> rows = new ArrayList<>();
        for (int rank = 1; rank <= RankClicks.MAX_RANK + 1; rank++) {
            long n = clicks.slots(rank);
            long clicked = clicks.clicks(rank);
            if (n > 0) {
                double value = (double) clicked / n;
                rows.add(new RankRow(
                        rank <= RankClicks.MAX_RANK ? Integer.toString(rank) : ">" + RankClicks.MAX_RANK,
                        value,
                        n,
                        clicked,
                        value <= 1 ? Figures.row(Wilson.interval(value, n, SliceSums.LEVEL)) : null));
            }
        }
        return rows;
    }
}
