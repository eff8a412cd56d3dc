package io.github.recsyseval.join;

import io.github.recsyseval.rows.RequestRows;
import io.github.recsyseval.rows.SortedRequests;

/** Assignments in a file. */
final class SpilledAssignments extends AssignmentRows {
    private static final int USER = 2;
    private static final int ARM = 3;
    private static final int TIME = 4;
    /** How many longs a row has. */
    static final int WIDTH = 5;

    private final SortedRequests sorted;

    SpilledAssignments(SortedRequests sorted) {
        this.sorted = sorted;
    }

    /** A row on its way to the file. */
    static long[] row(long requestFirst, long requestSecond, long user, int arm, long time) {
        return new long[] {requestFirst, requestSecond, user, arm, time};
    }

    @Override
    RequestRows requests() {
        return sorted;
    }

    @Override
    long user(int row) {
        return sorted.get(row, USER);
    }

    @Override
    long time(int row) {
        return sorted.get(row, TIME);
    }

    @Override
    int arm(int row) {
        return (int) sorted.get(row, ARM);
    }

    @Override
    void forgetTimes() {
        // They are in the file and take no room of the heap.
    }

    @Override
    int bytesPerRow() {
        return 4;
    }
}
