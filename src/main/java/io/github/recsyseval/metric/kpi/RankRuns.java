package io.github.recsyseval.metric.kpi;

/**
 * Counts of shown slots by bucket of ranks, kept as the differences between neighbours: a list with the ranks 1 to n, as nearly all are,
 * changes two numbers instead of n. Arrays hold one or more rows of {@link RankClicks#RANKS} numbers.
 */
final class RankRuns {
    private RankRuns() {}

    /** Counts one slot in each of the buckets {@code [first, last]}; nothing when {@code last} is below {@code first}. */
    static void add(long[] runs, int row, int first, int last) {
        runs[row + first]++;
        if (last + 1 < RankClicks.RANKS) {
            runs[row + last + 1]--;
        }
    }

    /** How many slots each bucket has. */
    static long[] slots(long[] runs) {
        long[] slots = runs.clone();
        for (int row = 0; row < slots.length; row += RankClicks.RANKS) {
            for (int bucket = 1; bucket < RankClicks.RANKS; bucket++) {
                slots[row + bucket] += slots[row + bucket - 1];
            }
        }
        return slots;
    }
}
