/**
 * All records of one request, or of all requests of a user.
 *
 * <p>Start with {@link io.github.recsyseval.trace.Trace}. Inputs are searched by id ({@link io.github.recsyseval.trace.Search});
 * the few records found are joined by the same code as whole logs, and become the events of a {@link
 * io.github.recsyseval.trace.TracedRequest}.
 */
@NullMarked
package io.github.recsyseval.trace;

import org.jspecify.annotations.NullMarked;
