/**
 * Metrics of all lists together: which items get shown, and how evenly?
 *
 * <p>Start at {@link io.github.recsyseval.metric.catalogue.CatalogueMetric}. All of them are computed from one mergeable {@link
 * io.github.recsyseval.metric.catalogue.CatalogueTally}, which counts how often each item was shown. They have no confidence
 * interval: resampling item counts is biased, and such an interval may not contain its own estimate.
 */
@NullMarked
package io.github.recsyseval.metric.catalogue;

import org.jspecify.annotations.NullMarked;
