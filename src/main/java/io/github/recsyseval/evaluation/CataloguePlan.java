package io.github.recsyseval.evaluation;

import io.github.recsyseval.metric.CatalogueCounts;
import io.github.recsyseval.metric.catalogue.Catalogue;
import io.github.recsyseval.metric.catalogue.CatalogueMetric;
import io.github.recsyseval.metric.catalogue.Popularity;
import java.util.List;

/**
 * Metrics of all lists together.
 *
 * @param counts where the items are counted while the run reads
 */
public record CataloguePlan(
        List<CatalogueMetric> metrics, Catalogue catalogue, Popularity popularity, CatalogueCounts counts) {}
