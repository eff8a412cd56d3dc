package io.github.recsyseval.metric.kpi;

import java.util.Arrays;

/**
 * Counts of shown slots by bucket of ranks, in one or more groups, kept as the differences between neighbouring buckets: a list with the
 * ranks 1 to n, as nearly all are, changes two numbers instead of n. The groups of a bucket stand together, because lists are of much the
 * same length: what changes fits the cache. Room is made for the ranks that come, since most lists are short.
 */
final class RankRuns {
    private final int groups;
    private long[] runs = {};

    RankRuns(int groups) {
        this.groups = groups;
    }

    /** Counts one slot in each of the buckets {@code [first, last]}; nothing when {@code last} is below {@code first}. */
    void add(int group, int first, int last) {
        int after = (last + 1) * groups + group;
        runs = roomFor(last + 1, groups, runs);
        runs[first * groups + group]++;
        runs[after]--;
    }

    void add(RankRuns other) {
        runs = Arrays.copyOf(runs, Math.max(runs.length, other.runs.length));
        for (int i = 0; i < other.runs.length; i++) {
            runs[i] += other.runs[i];
        }
    }

    /** Counts by bucket and group, with room for a bucket that came. */
    static long[] roomFor(int bucket, int groups, long[] counts) {
        int least = (bucket + 1) * groups;
        return counts.length >= least ? counts : Arrays.copyOf(counts, Math.max(least, 2 * counts.length));
    }

    /** How many slots each bucket has: those of bucket b in group g stand at b * groups + g; none beyond the end of the array. */
    long[] slots() {
        long[] slots = runs.clone();
        for (int i = groups; i < slots.length; i++) {
            slots[i] += slots[i - groups];
        }
        return slots;
    }
}
