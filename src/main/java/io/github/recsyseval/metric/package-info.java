/**
 * Metrics by name: {@link io.github.recsyseval.metric.MetricCatalog} turns {@code ndcg@10,map@5,mrr} into the metrics of
 * {@link io.github.recsyseval.metric.ranking}.
 */
@NullMarked
package io.github.recsyseval.metric;

import org.jspecify.annotations.NullMarked;
