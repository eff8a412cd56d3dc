/**
 * Parsed log lines: {@link io.github.recsyseval.event.Exposure}, {@link io.github.recsyseval.event.Outcome} and {@link
 * io.github.recsyseval.event.Assignment}, and the readers that fill them from bytes.
 *
 * <p>Start with {@link io.github.recsyseval.event.Contract}, then {@link io.github.recsyseval.event.ExposureReader}. Events are
 * reusable buffers, not values: a reader overwrites the same one for every line, so copy a field that is needed longer. Ids are
 * kept as hashes ({@link io.github.recsyseval.event.IdHash}), so that a join of millions of requests fits into memory.
 */
@NullMarked
package io.github.recsyseval.event;

import org.jspecify.annotations.NullMarked;
