/**
 * Runs the data through: files to events to joined requests to sums.
 *
 * <p>Start with {@link io.github.recsyseval.engine.JoinEngine}. The judges say which lines are valid and hand the valid ones to the
 * join; everything that must follow the order of the input happens in their {@code commit}.
 */
@NullMarked
package io.github.recsyseval.engine;

import org.jspecify.annotations.NullMarked;
