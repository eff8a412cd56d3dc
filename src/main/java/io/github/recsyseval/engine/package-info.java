/**
 * Runs the data through all stages: files, events, joined requests, sums.
 *
 * <p>Start with {@link io.github.recsyseval.engine.JoinEngine}. The judges decide which lines are valid and pass these to the
 * join; everything that depends on the order of the input happens in their {@code commit}.
 */
@NullMarked
package io.github.recsyseval.engine;

import org.jspecify.annotations.NullMarked;
