package io.github.recsyseval.evaluation;

import io.github.recsyseval.rows.RowsByKey;
import io.github.recsyseval.stat.GroupedMoments;
import io.github.recsyseval.stat.RatioMoments;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/** Shares of rows with an event, clustered by user. */
final class SharesByUser {
    private SharesByUser() {}

    /** The share among all rows that count. */
    static RatioMoments of(int rows, IntToLongFunction user, IntPredicate counts, IntPredicate event) {
        return of(rows, user, counts, event, row -> 0).moments(1).get(0);
    }

    /**
     * The shares in groups of rows.
     *
     * @param counts whether a row is in the divisor
     * @param event whether such a row is in the numerator
     * @param group the group of such a row, from 0; asked from the first row to the last
     */
    static GroupedMoments of(
            int rows, IntToLongFunction user, IntPredicate counts, IntPredicate event, IntUnaryOperator group) {
        GroupedMoments moments = new GroupedMoments();
        IntUnaryOperator groupAndEvent = row -> group.applyAsInt(row) << 1 | (event.test(row) ? 1 : 0);
        RowsByKey.visit(rows, user, counts, groupAndEvent, (shown, from, to) -> {
            for (int i = from; i < to; i++) {
                moments.add(shown[i] >>> 1, shown[i] & 1);
            }
            moments.endCluster();
        });
        return moments;
    }
}
