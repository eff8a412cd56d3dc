package io.github.recsyseval.source;

import io.github.recsyseval.schema.Violation;
import java.util.List;

/**
 * A line that its contract refuses.
 *
 * @param lineInChunk 0-based
 * @param time when it happened, see {@link io.github.recsyseval.event.RecordTime}
 * @param violations at least one
 */
record BadLine(int lineInChunk, long time, List<Violation> violations) {}
