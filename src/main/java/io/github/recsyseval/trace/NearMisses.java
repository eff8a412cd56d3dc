package io.github.recsyseval.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records that would belong to a traced request but for their request id: the same user and an item of the request within half an
 * hour. To be filled first; then it serves several threads.
 */
final class NearMisses {
    static final long HALF_HOUR = 30 * 60_000_000L;

    private final Map<Long, List<FoundLine>> byUser = new HashMap<>();
    private final Set<String> userIds = new TreeSet<>();

    /** Looks for what comes near this valid record of a traced request. */
    void add(FoundLine line) {
        byUser.computeIfAbsent(line.user(), user -> new ArrayList<>()).add(line);
        userIds.add(RecordJson.text(line.text(), "user_id"));
    }

    boolean isEmpty() {
        return byUser.isEmpty();
    }

    /** The users whose records can come near. */
    Set<String> userIds() {
        return userIds;
    }

    boolean isNear(Fields fields) {
        List<FoundLine> lines = byUser.get(fields.user());
        return lines != null
                && !of(lines, fields.request(), fields.time(), fields.items()).isEmpty();
    }

    /** The records that a line comes near, of one request each. */
    List<FoundLine> of(FoundLine line) {
        return of(byUser.getOrDefault(line.user(), List.of()), line.request(), line.time(), line.items());
    }

    private static List<FoundLine> of(List<FoundLine> lines, @Nullable RequestKey request, long time, long[] items) {
        Map<RequestKey, FoundLine> near = new HashMap<>();
        for (FoundLine line : lines) {
            RequestKey key = line.request();
            if (key != null
                    && !key.equals(request)
                    && Math.abs(line.time() - time) <= HALF_HOUR
                    && share(line, items)) {
                near.merge(key, line, (a, b) -> distance(b, time) < distance(a, time) ? b : a);
            }
        }
        return List.copyOf(near.values());
    }

    private static long distance(FoundLine line, long time) {
        return Math.abs(line.time() - time);
    }

    private static boolean share(FoundLine line, long[] items) {
        for (long item : items) {
            for (long other : line.items()) {
                if (item == other) {
                    return true;
                }
            }
        }
        return false;
    }
}
