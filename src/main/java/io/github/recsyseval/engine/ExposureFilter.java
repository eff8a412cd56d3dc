package io.github.recsyseval.engine;

import io.github.recsyseval.event.Exposure;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which exposures are evaluated. The others are counted, and their outcomes are neither orphans nor part of any figure.
 *
 * @param sinceMicros the first moment that counts, {@link Long#MIN_VALUE} for any
 * @param untilMicros the first moment that no longer counts, {@link Long#MAX_VALUE} for any
 * @param where required values by context key; an exposure passes when it has one of the values of every key
 * @param excludedUsers 64-bit hashes of user ids
 */
public record ExposureFilter(
        long sinceMicros, long untilMicros, Map<String, Set<String>> where, Set<Long> excludedUsers) {
    public static final ExposureFilter ALL = new ExposureFilter(Long.MIN_VALUE, Long.MAX_VALUE, Map.of(), Set.of());

    public ExposureFilter {
        where = new TreeMap<>(where);
        excludedUsers = Set.copyOf(excludedUsers);
    }

    public boolean isActive() {
        return sinceMicros != Long.MIN_VALUE
                || untilMicros != Long.MAX_VALUE
                || !where.isEmpty()
                || !excludedUsers.isEmpty();
    }

    boolean excludesUser(Exposure exposure) {
        return !excludedUsers.isEmpty() && excludedUsers.contains(exposure.user);
    }

    /**
     * Whether the time or the context leaves an exposure out.
     *
     * @param slots where the keys of {@link #where} stand among the context values of an exposure, in key order
     */
    boolean excludesVisit(Exposure exposure, int[] slots) {
        if (exposure.timestamp < sinceMicros || exposure.timestamp >= untilMicros) {
            return true;
        }
        int i = 0;
        for (Set<String> values : where.values()) {
            String value = exposure.context[slots[i++]];
            if (value == null || !values.contains(value)) {
                return true;
            }
        }
        return false;
    }
}
