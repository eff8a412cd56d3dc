/**
 * Statistics, each implemented once: small accumulators (<em>add</em>, <em>merge</em>, <em>result</em>) and the tests and
 * intervals computed from them.
 *
 * <p>Start at {@link io.github.recsyseval.stat.ExactSum}, the basis of the rule "the same bits for any order and any split",
 * then {@link io.github.recsyseval.stat.RatioMoments}, from which every rate, mean and interval is computed, and
 * {@link io.github.recsyseval.stat.RatioInterval}, which chooses the interval or says why there is none.
 *
 * <p>Nothing here knows about logs, requests or reports.
 */
@NullMarked
package io.github.recsyseval.stat;

import org.jspecify.annotations.NullMarked;
