/**
 * Files that carry the records themselves, each with what the join found out about it.
 *
 * <p>Start with {@link io.github.recsyseval.joined.JoinedFiles}. A record is written as it was logged, byte for byte up to its closing
 * brace, and the findings follow as further properties, so nothing that the log says is lost or rounded.
 */
@NullMarked
package io.github.recsyseval.joined;

import org.jspecify.annotations.NullMarked;
