/**
 * Metrics of all lists together: which items get shown, and how evenly?
 *
 * <p>Start at {@link io.github.recsyseval.metric.catalogue.CatalogueMetric}. All of them are read from one mergeable {@link
 * io.github.recsyseval.metric.catalogue.CatalogueTally}, which counts how often each item was shown. They get no confidence
 * interval: resampling item counts is biased, and its interval can leave out its own estimate.
 */
@NullMarked
package io.github.recsyseval.metric.catalogue;

import org.jspecify.annotations.NullMarked;
