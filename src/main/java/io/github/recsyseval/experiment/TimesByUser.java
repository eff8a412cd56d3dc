package io.github.recsyseval.experiment;

import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.rows.RowOrder;
import io.github.recsyseval.stat.Mix64;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * When users had outcomes of a kind: moments in rows, those of a user together and in ascending order. Of many outcomes those of a sample
 * of the users are held, which depends on the hashes of users alone, so however many there are they take no more room.
 */
final class TimesByUser {
    /** So many outcomes are held. With what it takes to sort them, about 10 MB. */
    static final int MOST = 1 << 18;

    /** No sample is smaller than one user in so many. */
    private static final long FEWEST = 1L << 40;

    /** Ascending, as unsigned numbers. */
    private final long[] users;

    private final long[] times;
    private final long oneIn;

    private TimesByUser(long[] users, long[] times, long oneIn) {
        this.users = users;
        this.times = times;
        this.oneIn = oneIn;
    }

    /**
     * The outcomes of a kind.
     *
     * @param kind takes the row of an outcome; asked several times
     */
    static TimesByUser of(OutcomeIndex outcomes, IntPredicate kind) {
        return of(outcomes, kind, MOST);
    }

    /** @param most how many are held */
    static TimesByUser of(OutcomeIndex outcomes, IntPredicate kind, int most) {
        long all = count(outcomes, kind, 1);
        long oneIn = Math.max(1, (all + most - 1) / most);
        long size = oneIn == 1 ? all : count(outcomes, kind, oneIn);
        while (size > most && oneIn < FEWEST) {
            oneIn *= 2;
            size = count(outcomes, kind, oneIn);
        }
        if (size > most) { // one user has them all, and a hash that no sample is without
            return new TimesByUser(new long[0], new long[0], oneIn);
        }
        long[] whose = new long[(int) size];
        long[] when = new long[whose.length];
        int at = 0;
        for (int row = 0; at < whose.length; row++) {
            if (kind.test(row) && isIn(outcomes.user(row), oneIn)) {
                whose[at] = outcomes.user(row);
                when[at++] = outcomes.time(row);
            }
        }
        return sorted(whose, when, oneIn);
    }

    private static long count(OutcomeIndex outcomes, IntPredicate kind, long oneIn) {
        long count = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            count += kind.test(row) && isIn(outcomes.user(row), oneIn) ? 1 : 0;
        }
        return count;
    }

    private static TimesByUser sorted(long[] whose, long[] when, long oneIn) {
        int[] order = RowOrder.by(whose, whose.length);
        long[] users = new long[order.length];
        long[] times = new long[order.length];
        for (int row = 0; row < order.length; row++) {
            users[row] = whose[order[row]];
            times[row] = when[order[row]];
        }
        TimesByUser sorted = new TimesByUser(users, times, oneIn);
        for (int from = 0; from < users.length; from = sorted.end(from)) {
            Arrays.sort(times, from, sorted.end(from));
        }
        return sorted;
    }

    private static boolean isIn(long user, long oneIn) {
        return oneIn == 1 || Long.remainderUnsigned(Mix64.mix(user), oneIn) == 0;
    }

    /** One user in so many is in the sample; 1 where all are. */
    long oneIn() {
        return oneIn;
    }

    /** Whether a user is in the sample, with outcomes or without. */
    boolean isIn(long user) {
        return isIn(user, oneIn);
    }

    /** How many outcomes are held. */
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
