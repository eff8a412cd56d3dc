package io.github.recsyseval.metric;

/** Rows of ledgers in columns, in no particular order. */
final class LedgerColumns {
    final long[] user;
    final double[] latency;
    final int[] pattern;
    final int[][] slice;
    /** What the numbers of patterns mean. */
    final PatternTable patterns;
    /** How many rows there are; the columns may be longer. */
    int size;

    LedgerColumns(int most, int breakdowns, PatternTable patterns) {
        user = new long[most];
        latency = new double[most];
        pattern = new int[most];
        slice = new int[breakdowns][most];
        this.patterns = patterns;
    }
}
