/**
 * From sums to a report: estimates with intervals, limits, trust.
 *
 * <p>Start with {@link io.github.recsyseval.evaluation.Evaluation}.
 */
@NullMarked
package io.github.recsyseval.evaluation;

import org.jspecify.annotations.NullMarked;
