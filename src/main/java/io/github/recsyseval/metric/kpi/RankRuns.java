package io.github.recsyseval.metric.kpi;

/**
 * Counts of shown slots by bucket of ranks, in one or more groups, kept as the differences between neighbouring buckets: a list with the
 * ranks 1 to n, as nearly all are, changes two numbers instead of n. The groups of a bucket stand together, because lists are of much the
 * same length: what changes fits the cache.
 */
final class RankRuns {
    private final int groups;
    private final long[] runs;

    RankRuns(int groups) {
        this.groups = groups;
        runs = new long[groups * RankClicks.RANKS];
    }

    /** Counts one slot in each of the buckets {@code [first, last]}; nothing when {@code last} is below {@code first}. */
    void add(int group, int first, int last) {
        runs[first * groups + group]++;
        if (last + 1 < RankClicks.RANKS) {
            runs[(last + 1) * groups + group]--;
        }
    }

    void add(RankRuns other) {
        for (int i = 0; i < runs.length; i++) {
            runs[i] += other.runs[i];
        }
    }

    /** How many slots each bucket has: those of bucket b in group g stand at b * groups + g. */
    long[] slots() {
        long[] slots = runs.clone();
        for (int i = groups; i < slots.length; i++) {
            slots[i] += slots[i - groups];
        }
        return slots;
    }
}
