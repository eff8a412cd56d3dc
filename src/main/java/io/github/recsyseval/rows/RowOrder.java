package io.github.recsyseval.rows;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sorts row numbers by a column, leaving the columns where they are: stable radix sorts. */
public final class RowOrder {
    private static final int RADIX = 1 << 16;

    /** So few rows are sorted by insertion, which spares the counting of 65,536 digits. */
    private static final int FEW = 64;

    /** The same of rows that share their leading bits. */
    private static final int FEW_ALIKE = 512;

    private RowOrder() {}

    /** Rows in the order of their keys, and the keys in this order. */
    public record Sorted(int[] rows, long[] keys) {}

    /** The rows 0..count-1 in ascending order of an unsigned key; rows with equal keys keep their order. */
    public static int[] by(long[] key, int count) {
        return sorted(key, count).rows();
    }

    /**
     * The same with the keys. Quick for keys whose leading bits are evenly spread, as those of hashes are: these put nearly every row
     * where it belongs at once.
     */
    public static Sorted sorted(long[] key, int count) {
        return sorted(key, null, count);
    }

    /**
     * The same of rows that have numbers of their own.
     *
     * @param numbers one for each key, which takes the place of the row; null for those of the rows
     */
    static Sorted sorted(long[] key, int @Nullable [] numbers, int count) {
        if (count <= FEW_ALIKE) {
            long[] keys = Arrays.copyOf(key, count);
            int[] order = numbers == null ? all(count) : Arrays.copyOf(numbers, count);
            insertionSort(keys, order, 0, count);
            return new Sorted(order, keys);
        }
        int shift = Math.max(48, Long.numberOfLeadingZeros(count) + 3);
        int[] starts = starts(key, count, shift);
        long[] keys = new long[count];
        int[] order = new int[count];
        for (int row = 0; row < count; row++) {
            int at = starts[(int) (key[row] >>> shift)]++;
            keys[at] = key[row];
            order[at] = numbers == null ? row : numbers[row];
        }
        int from = 0;
        for (int digit = 0; from < count; digit++) {
            int to = starts[digit];
            if (to - from <= FEW_ALIKE) {
                insertionSort(keys, order, from, to);
            } else if (!isSorted(keys, from, to)) {
                radixSort(keys, order, from, to, shift);
            }
            from = to;
        }
        return new Sorted(order, keys);
    }

    /** Where the rows of each leading digit begin. */
    private static int[] starts(long[] key, int count, int shift) {
        int[] starts = new int[(1 << Long.SIZE - shift) + 1];
        for (int row = 0; row < count; row++) {
            starts[(int) (key[row] >>> shift) + 1]++;
        }
        for (int digit = 1; digit < starts.length; digit++) {
            starts[digit] += starts[digit - 1];
        }
        return starts;
    }

    private static void insertionSort(long[] keys, int[] order, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long key = keys[i];
            int row = order[i];
            int j = i;
            while (j > from && Long.compareUnsigned(keys[j - 1], key) > 0) {
                keys[j] = keys[j - 1];
                order[j] = order[j - 1];
                j--;
            }
            keys[j] = key;
            order[j] = row;
        }
    }

    /** As the many rows of one user are. */
    private static boolean isSorted(long[] keys, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (Long.compareUnsigned(keys[i - 1], keys[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    private static void radixSort(long[] keys, int[] order, int from, int to, int bits) {
        long[] unsorted = Arrays.copyOfRange(keys, from, to);
        int[] rows = Arrays.copyOfRange(order, from, to);
        int[] sorted = stable(all(to - from), unsorted, bits);
        for (int i = 0; i < sorted.length; i++) {
            order[from + i] = rows[sorted[i]];
            keys[from + i] = unsorted[sorted[i]];
        }
    }

    private static int[] all(int count) {
        int[] order = new int[count];
        for (int row = 0; row < count; row++) {
            order[row] = row;
        }
        return order;
    }

    /** Sorts {@code rows[from, to)} by two columns of signed numbers. */
    public static void sort(int[] rows, int from, int to, long[] first, long[] second) {
        if (to - from > FEW) {
            int[] order = sorted(Arrays.copyOfRange(rows, from, to), first, second);
            System.arraycopy(order, 0, rows, from, order.length);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int row = rows[i];
            int j = i;
            while (j > from && isBefore(row, rows[j - 1], first, second)) {
                rows[j] = rows[--j];
            }
            rows[j] = row;
        }
    }

    private static boolean isBefore(int row, int other, long[] first, long[] second) {
        return first[row] < first[other] || first[row] == first[other] && second[row] < second[other];
    }

    private static int[] sorted(int[] rows, long[] first, long[] second) {
        long[] firsts = new long[rows.length];
        long[] seconds = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            // Taken as unsigned, these stand in the order of the signed numbers.
            firsts[i] = first[rows[i]] ^ Long.MIN_VALUE;
            seconds[i] = second[rows[i]] ^ Long.MIN_VALUE;
        }
        int[] order = stable(by(seconds, rows.length), firsts, Long.SIZE);
        for (int i = 0; i < order.length; i++) {
            order[i] = rows[order[i]];
        }
        return order;
    }

    /**
     * Re-sorts {@code order} by a further, more significant key, 16 bits a pass; rows with equal keys keep their present order.
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
            Arrays.fill(starts, 0);
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
