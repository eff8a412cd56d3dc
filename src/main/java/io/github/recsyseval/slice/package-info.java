/**
 * Breakdowns of the exposures by the values of context keys: {@code surface}, or {@code surface} crossed with {@code tenant_id}.
 *
 * <p>Start with {@link io.github.recsyseval.slice.Breakdown}; {@link io.github.recsyseval.slice.SliceTable} numbers the slices
 * that occur.
 */
@NullMarked
package io.github.recsyseval.slice;

import org.jspecify.annotations.NullMarked;
