package io.github.recsyseval.metric.kpi;

import java.util.Arrays;

/**
 * Shown slots by logged rank, and clicks on them, for each slice of one breakdown. Slices from number {@value #MOST_SLICES} on are not
 * counted: a breakdown that has so many is not looked at.
 */
final class SliceRanks {
    static final int MOST_SLICES = 1024;

    /** By slice, as {@link RankRuns} has them; null for slices not met. */
    private long[][] runs = new long[8][];

    private long[] clicks = new long[8];

    /** The runs of a slice, to be added to; of a slice beyond the cap an array that nobody reads. */
    long[] runs(int slice, long[] beyond) {
        if (slice >= MOST_SLICES) {
            return beyond;
        }
        if (slice >= runs.length) {
            int more = Math.max(slice + 1, 2 * runs.length);
            runs = Arrays.copyOf(runs, more);
            clicks = Arrays.copyOf(clicks, more);
        }
        if (runs[slice] == null) {
            runs[slice] = new long[RankClicks.RANKS];
        }
        return runs[slice];
    }

    /** Counts clicks on slots of a slice whose slots have been counted. */
    void addClicks(int slice, long more) {
        if (slice < MOST_SLICES) {
            clicks[slice] += more;
        }
    }

    void add(SliceRanks other) {
        for (int slice = 0; slice < other.runs.length; slice++) {
            if (other.runs[slice] != null) {
                long[] mine = runs(slice, new long[0]);
                for (int i = 0; i < mine.length; i++) {
                    mine[i] += other.runs[slice][i];
                }
                clicks[slice] += other.clicks[slice];
            }
        }
    }

    /** The slots of a slice by bucket of ranks; all 0 for a slice not met. */
    long[] slots(int slice) {
        return slice < runs.length && runs[slice] != null ? RankRuns.slots(runs[slice]) : new long[RankClicks.RANKS];
    }

    long clicks(int slice) {
        return slice < clicks.length ? clicks[slice] : 0;
    }
}
