/**
 * Metrics of one ranked list: how well does it put what the user wanted on top?
 *
 * <p>Start at {@link io.github.recsyseval.metric.ranking.RankingMetric}; what it sees of a request is a {@link
 * io.github.recsyseval.metric.ranking.JudgedList}, and where libraries disagree on a definition a {@link
 * io.github.recsyseval.metric.ranking.Convention} decides. Each metric is one file, which holds its name, its value and the
 * definition that is printed with it.
 */
@NullMarked
package io.github.recsyseval.metric.ranking;

import org.jspecify.annotations.NullMarked;
