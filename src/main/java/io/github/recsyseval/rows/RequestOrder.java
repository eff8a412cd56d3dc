package io.github.recsyseval.rows;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Rows sorted by their request's 128-bit hash, and a directory that finds a request's rows in about two steps: hashes are evenly
 * spread, so their leading bits say where in the order they stand. Compact (4 bytes a row and 4 to 8 for the directory) and free
 * of hash chains.
 */
public final class RequestOrder {
    private static final int MAX_DIRECTORY_BITS = 28;

    /** For so many requests the memory is asked for at once instead of waiting for it one after the other. */
    private static final int AT_ONCE = 64;

    private static final int ABSENT = -1;

    private final int[] directory;
    private final int shift;

    /** Of the second hashes. */
    private final HashFilter filter;

    private RequestOrder(int[] directory, int shift, HashFilter filter) {
        this.directory = directory;
        this.shift = shift;
        this.filter = filter;
    }

    /**
     * The rows 0..count-1 in ascending order of (first, second), compared as unsigned numbers, with the first ones in this order; equal
     * rows keep theirs.
     */
    public static RowOrder.Sorted sort(long[] first, long[] second, int count) {
        RowOrder.Sorted sorted = RowOrder.sorted(first, count);
        long[] keys = sorted.keys();
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && keys[to] == keys[from]) {
                to++;
            }
            if (to - from > 1) {
                insertionSort(sorted.rows(), from, to, second);
            }
            from = to;
        }
        return sorted;
    }

    /** Puts the rows of each request, which stand together in {@code order}, into an order of their own. */
    public static void sortWithin(int[] order, long[] first, long[] second, Comparator<Integer> within) {
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length
                    && first[order[to]] == first[order[from]]
                    && second[order[to]] == second[order[from]]) {
                to++;
            }
            if (to - from > 1) {
                Integer[] rows = new Integer[to - from];
                for (int i = from; i < to; i++) {
                    rows[i - from] = order[i];
                }
                Arrays.sort(rows, within);
                for (int i = from; i < to; i++) {
                    order[i] = rows[i - from];
                }
            }
            from = to;
        }
    }

    private static void insertionSort(int[] order, int from, int to, long[] second) {
        for (int i = from + 1; i < to; i++) {
            int row = order[i];
            int j = i - 1;
            while (j >= from && Long.compareUnsigned(second[order[j]], second[row]) > 0) {
                order[j + 1] = order[j];
                j--;
            }
            order[j + 1] = row;
        }
    }

    /**
     * A directory over sorted hashes.
     *
     * @param seldom whether most requests asked for will have no rows: a filter then spares the search
     */
    static RequestOrder over(long[] sortedFirst, long[] sortedSecond, int count, boolean seldom) {
        int bits = Math.min(MAX_DIRECTORY_BITS, Math.max(1, 32 - Integer.numberOfLeadingZeros(count)));
        int shift = 64 - bits;
        int[] directory = new int[(1 << bits) + 1];
        int row = 0;
        for (int bucket = 0; bucket < 1 << bits; bucket++) {
            directory[bucket] = row;
            while (row < count && (int) (sortedFirst[row] >>> shift) == bucket) {
                row++;
            }
        }
        directory[1 << bits] = count;
        return new RequestOrder(directory, shift, seldom ? filter(sortedSecond, count) : HashFilter.everything());
    }

    private static HashFilter filter(long[] hashes, int count) {
        HashFilter filter = HashFilter.forCount(count);
        for (int i = 0; i < count; i++) {
            filter.add(hashes[i]);
        }
        return filter;
    }

    /** The first of the sorted rows with this hash, or -1. */
    int find(long first, long second, long[] sortedFirst, long[] sortedSecond) {
        return search(start(first, second), first, second, sortedFirst, sortedSecond);
    }

    /**
     * The same for many hashes.
     *
     * @param rows takes the first row of each hash
     */
    void find(long[] first, long[] second, int count, long[] sortedFirst, long[] sortedSecond, int[] rows) {
        for (int from = 0; from < count; from += AT_ONCE) {
            int to = Math.min(count, from + AT_ONCE);
            for (int i = from; i < to; i++) {
                rows[i] = start(first[i], second[i]);
            }
            // Steps on without a branch that would have to wait for the memory, so that all of it is asked for
            // together.
            for (int i = from; i < to; i++) {
                int row = rows[i];
                rows[i] = row + (row >= 0 && sortedFirst[row] != first[i] ? 1 : 0);
            }
            for (int i = from; i < to; i++) {
                rows[i] = search(rows[i], first[i], second[i], sortedFirst, sortedSecond);
            }
        }
    }

    /** Where the rows with the leading bits of a hash begin; -1 when there is none. */
    private int start(long first, long second) {
        if (!filter.mayContain(second)) {
            return ABSENT;
        }
        int bucket = (int) (first >>> shift);
        int from = directory[bucket];
        return from < directory[bucket + 1] ? from : ABSENT;
    }

    /** The first row from {@code start} on with a hash, or -1. */
    private int search(int start, long first, long second, long[] sortedFirst, long[] sortedSecond) {
        if (start < 0) {
            return ABSENT;
        }
        int end = directory[(int) (first >>> shift) + 1];
        for (int row = start; row < end; row++) {
            if (sortedFirst[row] == first && sortedSecond[row] == second) {
                return row;
            }
        }
        return ABSENT;
    }
}
