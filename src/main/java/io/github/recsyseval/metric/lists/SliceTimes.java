package io.github.recsyseval.metric.lists;

import java.util.Arrays;

/** When each slice of a breakdown was first and last seen. Mergeable; any order, any split. */
public final class SliceTimes {
    private long[] first = new long[0];
    private long[] last = new long[0];

    /**
     * Notes an exposure.
     *
     * @param slice its number
     * @param micros since 1970
     */
    void add(int slice, long micros) {
        if (slice >= first.length) {
            grow(slice);
        }
        first[slice] = Math.min(first[slice], micros);
        last[slice] = Math.max(last[slice], micros);
    }

    private void grow(int slice) {
        int old = first.length;
        int capacity = Math.max(slice + 1, 2 * old);
        first = Arrays.copyOf(first, capacity);
        last = Arrays.copyOf(last, capacity);
        Arrays.fill(first, old, capacity, Long.MAX_VALUE);
        Arrays.fill(last, old, capacity, Long.MIN_VALUE);
    }

    void add(SliceTimes other) {
        for (int slice = 0; slice < other.first.length; slice++) {
            if (other.first[slice] <= other.last[slice]) {
                add(slice, other.first[slice]);
                add(slice, other.last[slice]);
            }
        }
    }

    /** Microseconds since 1970, of a slice that was seen. */
    public long first(int slice) {
        return first[slice];
    }

    /** Microseconds since 1970, of a slice that was seen. */
    public long last(int slice) {
        return last[slice];
    }
}
