/**
 * From paths to lines: which files an argument refers to, their bytes in chunks that end at a newline, and the verdict on each
 * line.
 *
 * <p>Start with {@link io.github.recsyseval.source.InputSet} and {@link io.github.recsyseval.source.ChunkStream}; the loop over
 * the lines of a chunk is {@link io.github.recsyseval.source.LineWorker}, and {@link io.github.recsyseval.source.ChunkPipeline}
 * runs several of them while keeping the order of the input.
 */
@NullMarked
package io.github.recsyseval.source;

import org.jspecify.annotations.NullMarked;
