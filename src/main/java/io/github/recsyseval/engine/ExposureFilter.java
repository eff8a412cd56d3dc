package io.github.recsyseval.engine;

import io.github.recsyseval.event.Exposure;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which exposures are evaluated. The others are counted, and their outcomes are neither orphans nor part of any figure.
 *
 * @param sinceMicros the first moment that counts, {@link Long#MIN_VALUE} for any
 * @param untilMicros the first moment that no longer counts, {@link Long#MAX_VALUE} for any
 * @param where required values by context key; an exposure passes when it has one of the values of every key
 * @param excludedUsers 64-bit hashes of user ids, sorted
 */
public record ExposureFilter(long sinceMicros, long untilMicros, Map<String, Set<String>> where, long[] excludedUsers) {
    public static final ExposureFilter ALL = new ExposureFilter(Long.MIN_VALUE, Long.MAX_VALUE, Map.of(), new long[0]);

    public ExposureFilter {
        where = new TreeMap<>(where);
        excludedUsers = excludedUsers.clone();
        Arrays.sort(excludedUsers);
    }

    public boolean isActive() {
        return sinceMicros != Long.MIN_VALUE
                || untilMicros != Long.MAX_VALUE
                || !where.isEmpty()
                || excludedUsers.length > 0;
    }

    /** @param slots where the keys of {@link #where} stand among the context values of an exposure, in key order */
    boolean excludes(Exposure exposure, int[] slots) {
        if (exposure.timestamp < sinceMicros || exposure.timestamp >= untilMicros) {
            return true;
        }
        if (excludedUsers.length > 0 && Arrays.binarySearch(excludedUsers, exposure.user) >= 0) {
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

    @Override
    public boolean equals(Object other) {
        return other instanceof ExposureFilter that
                && sinceMicros == that.sinceMicros
                && untilMicros == that.untilMicros
                && where.equals(that.where)
                && Arrays.equals(excludedUsers, that.excludedUsers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sinceMicros, untilMicros, where, Arrays.hashCode(excludedUsers));
    }
}
