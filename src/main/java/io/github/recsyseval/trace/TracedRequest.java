package io.github.recsyseval.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request.
 *
 * @param requestId null for records of a traced user that name no request
 * @param events by time; those without a readable time last
 * @param eventsNotShown further records beyond what is kept
 * @param nearMisses records of the same user and an item of this request within 30 minutes, under another request id, by time
 */
public record TracedRequest(
        @Nullable String requestId,
        List<TraceEvent> events,
        long eventsNotShown,
        List<TraceEvent> nearMisses,
        long nearMissesNotShown) {}
