package io.github.recsyseval.experiment;

import io.github.recsyseval.join.RowOrder;
import java.util.Arrays;

/** Values of users, found by binary search. 8 bytes for each user and another 8 for each of a user's values. */
final class CovariateTable {
    /** With more users than this no adjustment is made: their values would not fit. */
    static final int MAX_USERS = 1 << 22;

    private final long[] users;
    private final double[][] values;

    /**
     * Copies and sorts.
     *
     * @param found distinct users
     * @param size how many there are
     * @param of values by kind, then in the order of {@code found}
     */
    CovariateTable(long[] found, int size, double[][] of) {
        int[] order = RowOrder.by(found, size);
        users = new long[size];
        values = new double[of.length][size];
        for (int i = 0; i < size; i++) {
            // the radix sort is unsigned, the binary search signed
            users[i] = found[order[i]] ^ Long.MIN_VALUE;
            for (int kind = 0; kind < values.length; kind++) {
                values[kind][i] = of[kind][order[i]];
            }
        }
    }

    /** Where a user stands; negative for one who is not here. */
    int find(long user) {
        return Arrays.binarySearch(users, user ^ Long.MIN_VALUE);
    }

    /** A value; NaN for place below 0. */
    double value(int kind, int place) {
        return place < 0 ? Double.NaN : values[kind][place];
    }
}
