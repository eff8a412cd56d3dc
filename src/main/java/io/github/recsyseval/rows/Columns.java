package io.github.recsyseval.rows;

import java.util.Arrays;

/** Growth and reordering of the parallel arrays in which rows are kept. */
public final class Columns {
    private Columns() {}

    /** A capacity beyond {@code length}, by half. */
    public static int grow(int length) {
        long wanted = length + Math.max(1024L, length >> 1);
        if (length >= Integer.MAX_VALUE - 16) {
            throw new OutOfMemoryError("more than two thousand million rows of one kind");
        }
        return (int) Math.min(wanted, Integer.MAX_VALUE - 16);
    }

    public static long[] reorder(long[] column, int[] order) {
        return reorder(column, order, new long[order.length]);
    }

    /** @param spare no longer needed; takes the values unless it is much too long */
    public static long[] reorder(long[] column, int[] order, long[] spare) {
        long[] sorted = spare.length <= order.length + (order.length >> 3) ? spare : new long[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = column[order[i]];
        }
        return sorted;
    }

    public static int[] reorder(int[] column, int[] order) {
        int[] sorted = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = column[order[i]];
        }
        return sorted;
    }

    public static double[] reorder(double[] column, int[] order) {
        double[] sorted = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = column[order[i]];
        }
        return sorted;
    }

    public static byte[] reorder(byte[] column, int[] order) {
        byte[] sorted = new byte[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = column[order[i]];
        }
        return sorted;
    }

    public static long[] grown(long[] column) {
        return Arrays.copyOf(column, grow(column.length));
    }
}
