package io.github.recsyseval.metric.kpi;

import java.util.Arrays;

/**
 * Shown slots by logged rank, and clicks on them, for each slice of one breakdown. Slices from number {@value #MOST_SLICES} on are not
 * counted: a breakdown that has so many is not looked at.
 */
final class SliceRanks {
    static final int MOST_SLICES = 1024;

    /** By slice, then by bucket of ranks; null for slices not met. */
    private long[][] slots = new long[8][];

    private long[] clicks = new long[8];

    /** The slots of a slice, to be counted up; of a slice beyond the cap an array that nobody reads. */
    long[] slots(int slice, long[] beyond) {
        if (slice >= MOST_SLICES) {
            return beyond;
        }
        if (slice >= slots.length) {
            int more = Math.max(slice + 1, 2 * slots.length);
            slots = Arrays.copyOf(slots, more);
            clicks = Arrays.copyOf(clicks, more);
        }
        if (slots[slice] == null) {
            slots[slice] = new long[RankClicks.RANKS];
        }
        return slots[slice];
    }

    /** Counts clicks on slots of a slice whose slots have been counted. */
    void addClicks(int slice, long more) {
        if (slice < MOST_SLICES) {
            clicks[slice] += more;
        }
    }

    void add(SliceRanks other) {
        for (int slice = 0; slice < other.slots.length; slice++) {
            if (other.slots[slice] != null) {
                long[] mine = slots(slice, new long[0]);
                for (int i = 0; i < mine.length; i++) {
                    mine[i] += other.slots[slice][i];
                }
                clicks[slice] += other.clicks[slice];
            }
        }
    }

    /** The slots of a slice by bucket of ranks; all 0 for a slice not met. */
    long[] slots(int slice) {
        return slice < slots.length && slots[slice] != null ? slots[slice] : new long[RankClicks.RANKS];
    }

    long clicks(int slice) {
        return slice < clicks.length ? clicks[slice] : 0;
    }
}
