/**
 * Rows in columns, and what finds and orders them: sorted by a key, gone through key by key, or found by the 128-bit hash of their request;
 * in the heap or, where they are too many, in a temporary file.
 *
 * <p>Start with {@link io.github.recsyseval.rows.RowOrder} and {@link io.github.recsyseval.rows.RequestRows}. Nothing here knows what a row says.
 */
@NullMarked
package io.github.recsyseval.rows;

import org.jspecify.annotations.NullMarked;
