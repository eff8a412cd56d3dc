/**
 * Files of joined and unmatched records, each with the result of the join.
 *
 * <p>Start with {@link io.github.recsyseval.joined.JoinedFiles}. A record is written as logged, byte for byte up to its closing
 * brace, followed by the result as further properties, so nothing in the log is lost or rounded.
 */
@NullMarked
package io.github.recsyseval.joined;

import org.jspecify.annotations.NullMarked;
