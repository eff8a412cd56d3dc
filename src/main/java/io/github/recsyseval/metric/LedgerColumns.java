package io.github.recsyseval.metric;

/** Rows of ledgers in columns, in no particular order. */
final class LedgerColumns {
    final long[] user;
    final double[] latency;
    final int[] pattern;
    final int[][] slice;
    /** Empty where the plan keeps no times. */
    final long[] time;
    /** How many rows there are; the columns may be longer. */
    int size;

    LedgerColumns(int most, MetricPlan plan) {
        user = new long[most];
        latency = new double[most];
        pattern = new int[most];
        slice = new int[plan.breakdowns()][most];
        time = new long[plan.withTimes() ? most : 0];
    }

    /** Appends the rows of a block, whose patterns get other numbers. */
    void add(RequestLedger.Block block, int[] numbers) {
        System.arraycopy(block.user, 0, user, size, block.size);
        System.arraycopy(block.latency, 0, latency, size, block.size);
        for (int breakdown = 0; breakdown < slice.length; breakdown++) {
            System.arraycopy(block.slice[breakdown], 0, slice[breakdown], size, block.size);
        }
        if (time.length > 0) {
            System.arraycopy(block.time, 0, time, size, block.size);
        }
        for (int i = 0; i < block.size; i++) {
            pattern[size + i] = numbers[block.pattern[i]];
        }
        size += block.size;
    }
}
