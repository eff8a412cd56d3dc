package io.github.recsyseval.join;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Rows sorted by their request's 128-bit hash, and a directory that finds a request's rows in about two steps: hashes are evenly
 * spread, so their leading bits say where in the order they stand. Compact (4 bytes a row and 4 to 8 for the directory) and free
 * of hash chains.
 */
final class RequestOrder {
    private static final int MAX_DIRECTORY_BITS = 28;

    private final int[] directory;
    private final int shift;

    /** Of the second hashes. */
    private final HashFilter filter;

    private RequestOrder(int[] directory, int shift, HashFilter filter) {
        this.directory = directory;
        this.shift = shift;
        this.filter = filter;
    }

    /** The rows 0..count-1 in ascending order of (first, second), compared as unsigned numbers; equal ones keep their order. */
    static int[] sort(long[] first, long[] second, int count) {
        int[] order = RowOrder.by(first, count);
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && first[order[to]] == first[order[from]]) {
                to++;
            }
            if (to - from > 1) {
                insertionSort(order, from, to, second);
            }
            from = to;
        }
        return order;
    }

    /** Puts the rows of each request, which stand together in {@code order}, into an order of their own. */
    static void sortWithin(int[] order, long[] first, long[] second, Comparator<Integer> within) {
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

    /** A directory over sorted hashes. */
    static RequestOrder over(long[] sortedFirst, long[] sortedSecond, int count) {
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
        HashFilter filter = HashFilter.forCount(count);
        for (int i = 0; i < count; i++) {
            filter.add(sortedSecond[i]);
        }
        return new RequestOrder(directory, shift, filter);
    }

    /** The first of the sorted rows with this hash, or -1. */
    int find(long first, long second, long[] sortedFirst, long[] sortedSecond) {
        if (!filter.mayContain(second)) {
            return -1;
        }
        int bucket = (int) (first >>> shift);
        for (int row = directory[bucket]; row < directory[bucket + 1]; row++) {
            if (sortedFirst[row] == first && sortedSecond[row] == second) {
                return row;
            }
        }
        return -1;
    }
}
