package io.github.recsyseval.stat;

import java.util.Arrays;

/** Sorts doubles that are at least 0, whose bits stand in the same order as their values: 11 bits a pass, lowest first. */
final class RadixSort {
    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;
    private static final int PASSES = (Long.SIZE + BITS - 1) / BITS;

    /** Below this a comparison sort is faster. */
    private static final int FEW = 4096;

    private RadixSort() {}

    /** Sorts {@code values[0, count)}: finite, at least 0 and not -0. */
    static void ascending(double[] values, int count) {
        if (count < FEW) {
            Arrays.sort(values, 0, count);
        } else if (!thousandths(values, count)) {
            bits(values, count);
        }
    }

    /**
     * Sorts values that have at most three decimals and are not too large, as logged milliseconds nearly always are: as whole numbers
     * of thousandths, which have fewer digits than doubles. False when others are among them, which leaves all where they are.
     */
    private static boolean thousandths(double[] values, int count) {
        int[] from = new int[count];
        int all = 0;
        for (int i = 0; i < count; i++) {
            from[i] = (int) (values[i] * 1000 + 0.5);
            all |= from[i];
            if (from[i] / 1000.0 != values[i]) {
                return false;
            }
        }
        int[] to = new int[count];
        for (int shift = 0; shift < Integer.SIZE && all >>> shift != 0; shift += BITS) {
            int[] starts = new int[DIGITS];
            for (int i = 0; i < count; i++) {
                starts[from[i] >>> shift & DIGITS - 1]++;
            }
            place(starts);
            for (int i = 0; i < count; i++) {
                to[starts[from[i] >>> shift & DIGITS - 1]++] = from[i];
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        for (int i = 0; i < count; i++) {
            values[i] = from[i] / 1000.0;
        }
        return true;
    }

    private static void bits(double[] values, int count) {
        long[] from = new long[count];
        int[][] starts = new int[PASSES][DIGITS];
        for (int i = 0; i < count; i++) {
            from[i] = Double.doubleToRawLongBits(values[i]);
            for (int pass = 0; pass < PASSES; pass++) {
                starts[pass][digit(from[i], pass)]++;
            }
        }
        long[] to = new long[count];
        for (int pass = 0; pass < PASSES; pass++) {
            if (starts[pass][digit(from[0], pass)] == count) {
                continue;
            }
            place(starts[pass]);
            for (int i = 0; i < count; i++) {
                to[starts[pass][digit(from[i], pass)]++] = from[i];
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        for (int i = 0; i < count; i++) {
            values[i] = Double.longBitsToDouble(from[i]);
        }
    }

    private static int digit(long bits, int pass) {
        return (int) (bits >>> pass * BITS) & DIGITS - 1;
    }

    /** Turns counts into the places of the first of each digit. */
    private static void place(int[] counts) {
        int sum = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int count = counts[digit];
            counts[digit] = sum;
            sum += count;
        }
    }
}
