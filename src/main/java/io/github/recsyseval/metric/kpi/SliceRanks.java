package io.github.recsyseval.metric.kpi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Shown slots by logged rank, and clicks on them, for each slice of one breakdown. Slices from number {@value #MOST_SLICES} on are not
 * counted: a breakdown that has so many is not looked at.
 */
final class SliceRanks {
    static final int MOST_SLICES = 1024;

    /** By slice; null for slices not met. */
    private @Nullable RankRuns[] runs = new RankRuns[8];

    private long[] clicks = new long[8];

    /** The runs of a slice, to be added to; of a slice beyond the cap an array that nobody reads. */
    RankRuns runs(int slice, RankRuns beyond) {
        if (slice >= MOST_SLICES) {
            return beyond;
        }
        if (slice >= runs.length) {
            int more = Math.max(slice + 1, 2 * runs.length);
            runs = Arrays.copyOf(runs, more);
            clicks = Arrays.copyOf(clicks, more);
        }
        RankRuns known = runs[slice];
        if (known == null) {
            known = new RankRuns(1);
            runs[slice] = known;
        }
        return known;
    }

    /** Counts clicks on slots of a slice whose slots have been counted. */
    void addClicks(int slice, long more) {
        if (slice < MOST_SLICES) {
            clicks[slice] += more;
        }
    }

    void add(SliceRanks other) {
        for (int slice = 0; slice < other.runs.length; slice++) {
            RankRuns others = other.runs[slice];
            if (others != null) {
                runs(slice, others).add(others);
                clicks[slice] += other.clicks[slice];
            }
        }
    }

    /** The slots of a slice by bucket of ranks; none beyond the end of the array. */
    long[] slots(int slice) {
        RankRuns met = slice < runs.length ? runs[slice] : null;
        return met == null ? new long[0] : met.slots();
    }

    long clicks(int slice) {
        return slice < clicks.length ? clicks[slice] : 0;
    }
}
