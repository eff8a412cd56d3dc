package io.github.recsyseval.join;

/** Sorts row numbers by a column, leaving the columns where they are: a stable radix sort, 16 bits a pass. */
public final class RowOrder {
    private static final int RADIX = 1 << 16;

    /** So few rows are sorted by insertion, which spares the counting of 65,536 digits. */
    private static final int FEW = 64;

    private RowOrder() {}

    /** The rows 0..count-1 in ascending order of an unsigned key; rows with equal keys keep their order. */
    public static int[] by(long[] key, int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        return stable(order, key, 64);
    }

    /**
     * Re-sorts {@code order} by a further, more significant key; rows with equal keys keep their present order.
     *
     * @param bits how many low bits of the keys are used
     * @return the new order, which may or may not be the array given
     */
    public static int[] stable(int[] order, long[] key, int bits) {
        int count = order.length;
        if (count <= FEW) {
            return insertionSort(order, key, bits);
        }
        int[] from = order;
        int[] to = new int[count];
        int[] starts = new int[RADIX + 1];
        for (int shift = 0; shift < bits && count > 1; shift += 16) {
            java.util.Arrays.fill(starts, 0);
            for (int i = 0; i < count; i++) {
                starts[(int) (key[i] >>> shift & 0xffff) + 1]++;
            }
            if (starts[(int) (key[0] >>> shift & 0xffff) + 1] == count) {
                continue;
            }
            for (int i = 0; i < RADIX; i++) {
                starts[i + 1] += starts[i];
            }
            for (int i = 0; i < count; i++) {
                int row = from[i];
                to[starts[(int) (key[row] >>> shift & 0xffff)]++] = row;
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static int[] insertionSort(int[] order, long[] key, int bits) {
        long mask = bits == 64 ? -1 : (1L << bits) - 1;
        for (int i = 1; i < order.length; i++) {
            int row = order[i];
            int j = i - 1;
            while (j >= 0 && Long.compareUnsigned(key[order[j]] & mask, key[row] & mask) > 0) {
                order[j + 1] = order[j];
                j--;
            }
            order[j + 1] = row;
        }
        return order;
    }
}
