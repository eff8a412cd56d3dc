package io.github.recsyseval.join;

/**
 * Rows sorted by their request's 128-bit hash, and a directory that finds a request's rows in about two steps: hashes are evenly
 * spread, so their leading bits say where in the order they stand. Compact (4 bytes a row and 4 to 8 for the directory) and free
 * of hash chains.
 */
final class RequestOrder {
    private static final int MAX_DIRECTORY_BITS = 28;

    /** Bits of the filter per place of the directory, as a power of two: lets about one in ten absent requests through. */
    private static final int FILTER_BITS = 3;

    private final int[] directory;
    private final int shift;

    /** A bit for each value of some bits of the second hash that occurs. Most requests have no rows, and this fits the cache. */
    private final long[] filter;

    private RequestOrder(int[] directory, int shift, long[] filter) {
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
        long[] filter = new long[1 << Math.max(0, bits + FILTER_BITS - 6)];
        for (int i = 0; i < count; i++) {
            filter[word(sortedSecond[i], filter.length)] |= 1L << sortedSecond[i];
        }
        return new RequestOrder(directory, shift, filter);
    }

    /** Where the filter's bit for a hash lies; within the word the lowest six bits of the hash say. */
    private static int word(long second, int words) {
        return (int) (second >>> 6) & words - 1;
    }

    /** The first of the sorted rows with this hash, or -1. */
    int find(long first, long second, long[] sortedFirst, long[] sortedSecond) {
        if ((filter[word(second, filter.length)] >>> second & 1) == 0) {
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
