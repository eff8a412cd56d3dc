package io.github.recsyseval.trace;

import java.util.List;

/**
 * The answer to a {@link TraceQuery}. Component names, in snake case, are the field names of trace.v1.
 *
 * @param schema always {@code trace.v1}
 * @param attributionWindow as on the command line; {@code none} without one
 * @param requests those asked for in the order of the query, then those of the users by time
 * @param failures one sentence for each file that could not be read to its end
 */
public record TraceReport(
        String schema,
        String attributionWindow,
        String outcomeDedupe,
        List<TracedRequest> requests,
        List<NotFound> notFound,
        List<String> notes,
        List<String> failures) {
    static final String SCHEMA = "trace.v1";
}
