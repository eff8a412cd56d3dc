package io.github.recsyseval.evaluation;

import io.github.recsyseval.metric.catalogue.CatalogueFigure;
import io.github.recsyseval.metric.catalogue.CatalogueMetric;
import io.github.recsyseval.metric.catalogue.CatalogueTally;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.slice.SliceTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Metrics of all lists together as rows. They get no interval: one made by resampling can leave out its own estimate. */
final class CatalogueRows {
    private static final String NO_INTERVAL = "no_valid_interval";

    private final CataloguePlan plan;
    private final boolean trusted;

    CatalogueRows(CataloguePlan plan, boolean trusted) {
        this.plan = plan;
        this.trusted = trusted;
    }

    List<MetricRow> total() {
        return rows(plan.counts().total());
    }

    /** By slice name; slices that were given up are absent. */
    Map<String, List<MetricRow>> bySegment(List<SliceTable> tables) {
        Map<String, List<MetricRow>> rows = new TreeMap<>();
        for (int b = 0; b < tables.size(); b++) {
            List<String> names =
                    tables.get(b).tooMany() ? List.of() : tables.get(b).names();
            plan.counts().slices(b, names.size()).ifPresent(tallies -> {
                for (int i = 0; i < names.size(); i++) {
                    rows.put(names.get(i), MetricRow.ofSlice(rows(tallies.get(i))));
                }
            });
        }
        return rows;
    }

    private List<MetricRow> rows(CatalogueTally tally) {
        return plan.metrics().stream().map(metric -> row(metric, tally)).toList();
    }

    private MetricRow row(CatalogueMetric metric, CatalogueTally tally) {
        CatalogueFigure figure = metric.figure(tally, plan.catalogue(), plan.popularity());
        return new MetricRow(
                figure.name(),
                unit(metric.kind()),
                Figures.finite(figure.value()),
                tally.lists(),
                null,
                null,
                null,
                figure.whyNot().orElse(NO_INTERVAL),
                trusted,
                figure.definition(),
                metric.higherIsBetter() ? "higher" : "lower",
                null,
                null,
                null,
                null);
    }

    private static String unit(CatalogueMetric.Kind kind) {
        return switch (kind) {
            case COVERAGE, LONG_TAIL_SHARE -> "share";
            case GINI, ENTROPY, EVENNESS, PERSONALISATION -> "score";
            case EFFECTIVE_CATALOGUE -> "items";
            case NOVELTY -> "bits";
        };
    }
}
