package io.github.recsyseval.metric;

import io.github.recsyseval.metric.catalogue.CatalogueMetric;
import io.github.recsyseval.metric.ranking.RankingMetric;
import java.util.List;

/**
 * The metrics that were asked for.
 *
 * @param ranking metrics of each list, in the order asked for
 * @param catalogue metrics of all lists together, in the order asked for
 */
public record MetricSelection(List<RankingMetric> ranking, List<CatalogueMetric> catalogue) {

    public MetricSelection {
        ranking = List.copyOf(ranking);
        catalogue = List.copyOf(catalogue);
    }
}
