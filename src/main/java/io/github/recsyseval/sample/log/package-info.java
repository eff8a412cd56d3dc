/**
 * The three log streams of the sample: what is written of a {@link io.github.recsyseval.sample.world.Visit}, in which order, as
 * which bytes, and the true join of it. Start at {@link io.github.recsyseval.sample.log.SessionLog}.
 */
@NullMarked
package io.github.recsyseval.sample.log;

import org.jspecify.annotations.NullMarked;
