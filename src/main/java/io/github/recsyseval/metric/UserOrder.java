package io.github.recsyseval.metric;

import java.util.Arrays;

/**
 * The order of rows by user, and within a user by pattern; the hashes of users are taken as unsigned numbers, whose order is the same
 * for any part of the rows. They are evenly spread, so their leading bits cut the rows into small groups, each sorted where it is
 * cheap: in the cache.
 */
final class UserOrder {
    private static final int ROWS_PER_GROUP = 512;
    private static final int FEW = 32;

    private final long[] user;
    private final int[] pattern;
    private final int alike;
    private final int[] order;

    private UserOrder(long[] user, int[] pattern, int alike) {
        this.user = user;
        this.pattern = pattern;
        this.alike = alike;
        order = new int[user.length];
    }

    /**
     * The order of rows.
     *
     * @param alike how many leading bits all users have in common
     * @param threads how many threads may sort at once; the result is the same
     */
    static int[] of(long[] user, int[] pattern, int alike, int threads) {
        UserOrder rows = new UserOrder(user, pattern, alike);
        int groups = Integer.highestOneBit(Math.max(1, Math.min(1 << 16, user.length / ROWS_PER_GROUP)));
        int groupBits = Integer.numberOfTrailingZeros(groups);
        int[] starts = rows.group(Long.SIZE - groupBits, groups);
        Parallel.run(threads, threads, part -> {
            for (int group = (int) ((long) groups * part / threads);
                    group < (long) groups * (part + 1) / threads;
                    group++) {
                rows.sort(starts[group], starts[group + 1], alike + groupBits);
            }
        });
        return rows.order;
    }

    /** Puts the rows of a group together and returns where each group starts. */
    private int[] group(int shift, int groups) {
        int[] starts = new int[groups + 1];
        for (long who : user) {
            starts[group(who, shift) + 1]++;
        }
        for (int group = 0; group < groups; group++) {
            starts[group + 1] += starts[group];
        }
        int[] next = starts.clone();
        for (int row = 0; row < user.length; row++) {
            order[next[group(user[row], shift)]++] = row;
        }
        return starts;
    }

    private int group(long who, int shift) {
        return shift == Long.SIZE ? 0 : (int) (who << alike >>> shift);
    }

    /**
     * Sorts part of the order by user, and within a user by pattern.
     *
     * @param shared how many leading bits the users of the part have in common
     */
    private void sort(int from, int to, int shared) {
        int count = to - from;
        int placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count));
        long placeMask = (1L << placeBits) - 1;
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            // The bits that follow tell nearly all users apart; the first of them is turned for the sake of a signed
            // sort.
            keys[i] = (user[order[from + i]] << shared ^ Long.MIN_VALUE) & ~placeMask | i;
        }
        Arrays.sort(keys);
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = order[from + (int) (keys[i] & placeMask)];
        }
        for (int start = 0; start < count; ) {
            int end = start + 1;
            while (end < count && (keys[end] & ~placeMask) == (keys[start] & ~placeMask)) {
                end++;
            }
            sortAlike(rows, start, end);
            start = end;
        }
        System.arraycopy(rows, 0, order, from, count);
    }

    /** Sorts rows that are nearly always those of one user. */
    private void sortAlike(int[] rows, int from, int to) {
        boolean oneUser = true;
        boolean sorted = true;
        for (int i = from + 1; i < to; i++) {
            oneUser &= user[rows[i]] == user[rows[from]];
            sorted &= pattern[rows[i]] >= pattern[rows[i - 1]];
        }
        if (oneUser && sorted) {
            return;
        }
        if (oneUser && to - from <= FEW) {
            insertionSort(rows, from, to);
            return;
        }
        Integer[] boxed = new Integer[to - from];
        Arrays.setAll(boxed, i -> rows[from + i]);
        Arrays.sort(
                boxed,
                (a, b) -> user[a] == user[b]
                        ? Integer.compare(pattern[a], pattern[b])
                        : Long.compareUnsigned(user[a], user[b]));
        for (int i = from; i < to; i++) {
            rows[i] = boxed[i - from];
        }
    }

    private void insertionSort(int[] rows, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int row = rows[i];
            int j = i - 1;
            for (; j >= from && pattern[rows[j]] > pattern[row]; j--) {
                rows[j + 1] = rows[j];
            }
            rows[j + 1] = row;
        }
    }
}
