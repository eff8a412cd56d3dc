package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.ShownSlices;
import io.github.recsyseval.metric.RankingGroup;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.ranking.RankingMetric;
import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.report.BaselineSection;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.OfflineSection;
import io.github.recsyseval.stat.NoInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ranking metrics of a run, the metrics of all lists together, and how they compare with a baseline. */
final class OfflineEvaluation {
    private static final String NOTE =
            "Logged lists measure behaviour under the logged ranking (position bias included), not relevance.";

    private final EvaluationPlan plan;
    private final OfflinePlan offline;
    private final JoinRun run;
    private final DataTrust trust;
    private final boolean trusted;
    private final @Nullable NoInterval noInference;
    private final Figures figures;
    private final List<RequestMetric> metrics;

    /** @param noInference why no interval can be given at all; null when users can be told apart */
    OfflineEvaluation(
            EvaluationPlan plan, JoinRun run, DataTrust trust, Figures figures, @Nullable NoInterval noInference) {
        this.plan = plan;
        this.run = run;
        this.trust = trust;
        trusted = trust.holds();
        this.noInference = noInference;
        offline = plan.offline();
        this.figures = figures;
        metrics = run.metrics().metrics();
    }

    OfflineSection section(SliceSums total, Cuts cuts) {
        List<MetricRow> rows = withBootstrap(rows(total));
        Map<String, List<MetricRow>> bySegment = cuts.segments().rows(this::rows);
        CataloguePlan catalogue = offline.catalogue();
        if (catalogue != null) {
            CatalogueRows ofLists = new CatalogueRows(catalogue, trusted);
            rows.addAll(ofLists.total());
            ofLists.bySegment(run.slices())
                    .forEach((name, more) -> bySegment.computeIfPresent(
                            name,
                            (slice, rowsOfRequests) -> Stream.concat(rowsOfRequests.stream(), more.stream())
                                    .toList()));
        }
        return new OfflineSection(
                trusted,
                offline.conventionName(),
                offline.relevance().words(),
                figures.ratio(RankingGroup.RELEVANT_SHARE, total.moments(column(RankingGroup.RELEVANT_SHARE.name()))),
                NOTE,
                rows,
                bySegment,
                baseline(rows, bySegment, cuts.shown()));
    }

    /** The metrics of single lists. */
    List<MetricRow> rows(SliceSums sums) {
        List<MetricRow> rows = new ArrayList<>();
        for (RankingMetric metric : offline.ranking()) {
            int column = column(metric.name());
            rows.add(figures.ratio(metrics.get(column), sums.moments(column)));
        }
        return rows;
    }

    private List<MetricRow> withBootstrap(List<MetricRow> rows) {
        OfflinePlan.BootstrapPlan bootstrap = offline.bootstrap();
        if (bootstrap == null || noInference != null || rows.isEmpty()) {
            return rows;
        }
        int[] columns = rows.stream().mapToInt(row -> column(row.name())).toArray();
        BootstrapRows resampled = new BootstrapRows(bootstrap, run.sums(), columns);
        for (int i = 0; i < rows.size(); i++) {
            rows.set(i, rows.get(i).with(resampled.row(i)));
        }
        return rows;
    }

    private @Nullable BaselineSection baseline(
            List<MetricRow> rows, Map<String, List<MetricRow>> bySegment, List<ShownSlices> shown) {
        BaselineSection section = compared(rows, bySegment, shown);
        if (section == null || offline.allowUntrusted() || trusted && section.trusted()) {
            return section;
        }
        return section.untrusted();
    }

    private @Nullable BaselineSection compared(
            List<MetricRow> rows, Map<String, List<MetricRow>> bySegment, List<ShownSlices> shown) {
        BaselineReport report = offline.baselineReport();
        if (report != null) {
            return ReportBaseline.section(report, rows, bySegment, plan.sliceFloor());
        }
        PairedPlan paired = offline.baselineExposures();
        return paired == null
                ? null
                : new ExposuresBaseline(plan, paired, run, trust, noInference).section(rows, shown, plan.sliceFloor());
    }

    private int column(String name) {
        for (int i = 0; i < metrics.size(); i++) {
            if (metrics.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("not computed: " + name);
    }
}
