package io.github.recsyseval.join;

import io.github.recsyseval.rows.RequestRows;
import io.github.recsyseval.rows.SortedRequests;

/** Outcomes in a file, in the form of {@link OutcomeRow}. */
final class SpilledOutcomes extends OutcomeRows {
    private final SortedRequests sorted;

    SpilledOutcomes(SortedRequests sorted) {
        this.sorted = sorted;
    }

    @Override
    RequestRows requests() {
        return sorted;
    }

    @Override
    long user(int row) {
        return sorted.get(row, OutcomeRow.USER);
    }

    @Override
    long item(int row) {
        return sorted.get(row, OutcomeRow.ITEM);
    }

    @Override
    long time(int row) {
        return sorted.get(row, OutcomeRow.TIME);
    }

    @Override
    double value(int row) {
        return Double.longBitsToDouble(sorted.get(row, OutcomeRow.VALUE));
    }

    @Override
    int type(int row) {
        return OutcomeRow.type(sorted.get(row, OutcomeRow.TYPE_AND_SOURCE));
    }

    @Override
    int source(int row) {
        return OutcomeRow.source(sorted.get(row, OutcomeRow.TYPE_AND_SOURCE));
    }

    @Override
    int bytesPerRow() {
        return 4;
    }
}
