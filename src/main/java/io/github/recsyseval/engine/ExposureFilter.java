package io.github.recsyseval.engine;

import io.github.recsyseval.event.Exposure;
import io.github.recsyseval.join.OrphanRule;
import io.github.recsyseval.join.Selection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which exposures are evaluated. The others are counted, and their outcomes are neither orphans nor part of any figure, except that
 * {@link Selection#OTHER_CONTEXT} keeps some in the join rates. Records without an exposure are judged by their own user and time.
 *
 * @param sinceMicros the first moment that counts, {@link Long#MIN_VALUE} for any
 * @param untilMicros the first moment that no longer counts, {@link Long#MAX_VALUE} for any
 * @param where required values by context key; an exposure passes when it has one of the values of every key
 */
public record ExposureFilter(
        long sinceMicros, long untilMicros, Map<String, Set<String>> where, ExcludedUsers excludedUsers) {
    public static final ExposureFilter ALL =
            new ExposureFilter(Long.MIN_VALUE, Long.MAX_VALUE, Map.of(), ExcludedUsers.NONE);

    public ExposureFilter {
        where = new TreeMap<>(where);
    }

    /** @param slots where the keys of {@link #where} stand among the context values of an exposure, in key order */
    Selection select(Exposure exposure, int[] slots) {
        if (leavesOut(exposure.user, exposure.timestamp)) {
            return Selection.EXCLUDED;
        }
        return slots.length == 0 || isOfContext(exposure, slots) ? Selection.EVALUATED : Selection.OTHER_CONTEXT;
    }

    private boolean isOfContext(Exposure exposure, int[] slots) {
        int i = 0;
        for (Set<String> values : where.values()) {
            String value = exposure.context[slots[i++]];
            if (value == null || !values.contains(value)) {
                return false;
            }
        }
        return true;
    }

    /** What becomes of outcomes and assignments that no exposure claims: a context is nothing that they have. */
    OrphanRule orphans() {
        boolean any = sinceMicros == Long.MIN_VALUE && untilMicros == Long.MAX_VALUE && excludedUsers.isEmpty();
        return any ? OrphanRule.KEEP_ALL : this::leavesOut;
    }

    private boolean leavesOut(long user, long time) {
        return time < sinceMicros || time >= untilMicros || excludesUser(user);
    }

    boolean excludesUser(long user) {
        return !excludedUsers.isEmpty() && excludedUsers.contains(user);
    }
}
