/**
 * What is true of a sample: totals of every stream and the exact count of every planted fault, taken from the lines as they are
 * written. Start at {@link io.github.recsyseval.sample.truth.Truth}.
 */
@NullMarked
package io.github.recsyseval.sample.truth;

import org.jspecify.annotations.NullMarked;
