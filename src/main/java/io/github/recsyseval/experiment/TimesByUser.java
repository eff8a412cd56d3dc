package io.github.recsyseval.experiment;

import io.github.recsyseval.join.RowOrder;
import java.util.Arrays;

/** When users did something: moments in rows, those of a user together and in ascending order. */
final class TimesByUser {
    /** Ascending, as unsigned numbers. */
    private final long[] users;

    private final long[] times;

    /**
     * Copies moments.
     *
     * @param whose the user of each moment, as the hash of the id
     * @param when microseconds since 1970
     * @param size how many there are; the arrays may be longer
     */
    TimesByUser(long[] whose, long[] when, int size) {
        users = new long[size];
        times = new long[size];
        int[] order = RowOrder.by(whose, size);
        for (int row = 0; row < size; row++) {
            users[row] = whose[order[row]];
            times[row] = when[order[row]];
        }
        for (int from = 0; from < size; from = end(from)) {
            Arrays.sort(times, from, end(from));
        }
    }

    int size() {
        return users.length;
    }

    /** The first row of a user, or -1. */
    int first(long user) {
        int low = 0;
        int high = users.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(users[middle], user) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < users.length && users[low] == user ? low : -1;
    }

    /** Behind the last row of the user whose row it is. */
    int end(int row) {
        int end = row + 1;
        while (end < users.length && users[end] == users[row]) {
            end++;
        }
        return end;
    }

    /** Microseconds since 1970. */
    long time(int row) {
        return times[row];
    }
}
