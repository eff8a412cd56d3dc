package io.github.recsyseval.stat;

import java.util.Arrays;

/** Sorts numbers that are at least 0, whose bits stand in the same order as their values: 11 bits a pass, lowest first. */
final class RadixSort {
    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;
    private static final int PASSES = (Long.SIZE + BITS - 1) / BITS;

    /** Below this a comparison sort is faster. */
    private static final int FEW = 4096;

    private RadixSort() {}

    /**
     * Sorts {@code values[from, to)}, at least 0.
     *
     * @param spare as long as {@code values}; what it holds between {@code from} and {@code to} is lost
     */
    static void ascending(int[] values, int[] spare, int from, int to) {
        if (to - from < FEW) {
            Arrays.sort(values, from, to);
            return;
        }
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= values[i];
        }
        int[] unsorted = values;
        int[] sorted = spare;
        for (int shift = 0; shift < Integer.SIZE && all >>> shift != 0; shift += BITS) {
            int[] starts = new int[DIGITS];
            for (int i = from; i < to; i++) {
                starts[unsorted[i] >>> shift & DIGITS - 1]++;
            }
            place(starts, from);
            for (int i = from; i < to; i++) {
                sorted[starts[unsorted[i] >>> shift & DIGITS - 1]++] = unsorted[i];
            }
            int[] swap = unsorted;
            unsorted = sorted;
            sorted = swap;
        }
        if (unsorted != values) {
            System.arraycopy(unsorted, from, values, from, to - from);
        }
    }

    /** Sorts {@code values[from, to)}: finite, at least 0 and not -0. */
    static void ascending(double[] values, int from, int to) {
        int count = to - from;
        if (count < FEW) {
            Arrays.sort(values, from, to);
            return;
        }
        long[] unsorted = new long[count];
        int[][] starts = new int[PASSES][DIGITS];
        for (int i = 0; i < count; i++) {
            unsorted[i] = Double.doubleToRawLongBits(values[from + i]);
            for (int pass = 0; pass < PASSES; pass++) {
                starts[pass][digit(unsorted[i], pass)]++;
            }
        }
        long[] sorted = new long[count];
        for (int pass = 0; pass < PASSES; pass++) {
            if (starts[pass][digit(unsorted[0], pass)] == count) {
                continue;
            }
            place(starts[pass], 0);
            for (int i = 0; i < count; i++) {
                sorted[starts[pass][digit(unsorted[i], pass)]++] = unsorted[i];
            }
            long[] swap = unsorted;
            unsorted = sorted;
            sorted = swap;
        }
        for (int i = 0; i < count; i++) {
            values[from + i] = Double.longBitsToDouble(unsorted[i]);
        }
    }

    private static int digit(long bits, int pass) {
        return (int) (bits >>> pass * BITS) & DIGITS - 1;
    }

    /** Turns counts into the places of the first of each digit. */
    private static void place(int[] counts, int from) {
        int sum = from;
        for (int digit = 0; digit < DIGITS; digit++) {
            int count = counts[digit];
            counts[digit] = sum;
            sum += count;
        }
    }
}
