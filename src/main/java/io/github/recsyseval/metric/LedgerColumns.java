package io.github.recsyseval.metric;

/** Rows of ledgers in columns, in no particular order. */
final class LedgerColumns {
    final long[] user;
    final double[] latency;
    final int[] pattern;
    final int[][] slice;
    /** Empty where the plan keeps no times. */
    final long[] time;
    /** What the numbers of patterns mean. */
    final PatternTable patterns;
    /** How many rows there are; the columns may be longer. */
    int size;

    LedgerColumns(int most, MetricPlan plan, PatternTable patterns) {
        user = new long[most];
        latency = new double[most];
        pattern = new int[most];
        slice = new int[plan.breakdowns()][most];
        time = new long[plan.withTimes() ? most : 0];
        this.patterns = patterns;
    }
}
