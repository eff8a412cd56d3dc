package io.github.recsyseval.oracle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A valid exposure as the world means it. Times are seconds after an origin. */
record Shown(
        String request,
        String user,
        int second,
        List<Place> items,
        Map<String, String> context,
        @Nullable Integer latencyMs,
        @Nullable Boolean error) {

    /** One place of the list. */
    record Place(String item, int rank) {}
}
