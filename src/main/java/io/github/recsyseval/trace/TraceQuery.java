package io.github.recsyseval.trace;

import io.github.recsyseval.engine.ReadOptions;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.source.InputSet;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What is asked.
 *
 * @param requestIds traced in this order
 * @param userIds whose requests are traced, all of them
 * @param assignments may be {@link InputSet#NONE}
 * @param attribution which outcomes count, as for the join
 * @param temporary the folder for copies of what can be read only once
 */
public record TraceQuery(
        List<String> requestIds,
        List<String> userIds,
        InputSet exposures,
        InputSet outcomes,
        InputSet assignments,
        Attribution attribution,
        ReadOptions read,
        Path temporary) {
    public TraceQuery {
        requestIds = List.copyOf(new LinkedHashSet<>(requestIds));
        userIds = List.copyOf(new LinkedHashSet<>(userIds));
    }

    TraceQuery with(InputSet exposures, InputSet outcomes, InputSet assignments) {
        return new TraceQuery(requestIds, userIds, exposures, outcomes, assignments, attribution, read, temporary);
    }
}
