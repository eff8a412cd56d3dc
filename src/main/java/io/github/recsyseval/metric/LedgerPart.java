package io.github.recsyseval.metric;

import io.github.recsyseval.spill.SpillFile;
import io.github.recsyseval.spill.SpilledBytes;
import java.util.Arrays;

/**
 * The rows of some users in a file, column by column, in the order of {@link LedgerRows}.
 *
 * @param at where they begin, in longs
 */
record LedgerPart(SpilledBytes file, long at, int rows, int patterns, int width, int breakdowns) {

    /** How many longs {@code count} ints take. */
    private static long longs(int count) {
        return (count + 1L) / 2;
    }

    /** Sorts rows and writes them, first the numerators of each pattern. The part can be read when the file is complete. */
    static Unread write(LedgerColumns columns, int threads, SpillFile to) {
        double[][] vectors = columns.patterns.sorted();
        int[] ranks = columns.patterns.ranks(vectors);
        long[] user = Arrays.copyOf(columns.user, columns.size);
        int[] pattern = new int[columns.size];
        for (int row = 0; row < columns.size; row++) {
            pattern[row] = ranks[columns.pattern[row]];
        }
        int[] order = UserOrder.of(user, pattern, threads);
        long at = to.bytes() / Long.BYTES;
        for (double[] vector : vectors) {
            for (double numerator : vector) {
                to.putLong(Double.doubleToRawLongBits(numerator));
            }
        }
        for (int row : order) {
            to.putLong(user[row]);
        }
        for (int row : order) {
            to.putLong(Double.doubleToRawLongBits(columns.latency[row]));
        }
        put(pattern, order, to);
        for (int[] slice : columns.slice) {
            put(slice, order, to);
        }
        int width = vectors.length == 0 ? 0 : vectors[0].length;
        return new Unread(at, columns.size, vectors.length, width, columns.slice.length);
    }

    private static void put(int[] column, int[] order, SpillFile to) {
        for (int row : order) {
            to.putInt(column[row]);
        }
        if (order.length % 2 == 1) {
            to.putInt(0);
        }
    }

    /** Where a part will stand. */
    record Unread(long at, int rows, int patterns, int width, int breakdowns) {
        LedgerPart in(SpilledBytes file) {
            return new LedgerPart(file, at, rows, patterns, width, breakdowns);
        }
    }

    /** All columns but those of slices, of which there is one or, with a negative number, none. */
    LedgerRows load(int breakdown) {
        double[][] vectors = new double[patterns][];
        for (int i = 0; i < patterns; i++) {
            vectors[i] = doubles(at + (long) i * width, width);
        }
        long users = at + (long) patterns * width;
        long[] user = new long[rows];
        for (int row = 0; row < rows; row++) {
            user[row] = file.getLong(users + row);
        }
        int[][] slice = new int[breakdowns][0];
        if (breakdown >= 0) {
            slice[breakdown] = slice(breakdown);
        }
        return new LedgerRows(user, latency(), ints(users + 2L * rows), slice, vectors);
    }

    /** The latencies alone. */
    double[] latency() {
        return doubles(at + (long) patterns * width + rows, rows);
    }

    /** The slices of a breakdown alone. */
    int[] slice(int breakdown) {
        return ints(at + (long) patterns * width + 2L * rows + longs(rows) * (1 + breakdown));
    }

    private double[] doubles(long from, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = Double.longBitsToDouble(file.getLong(from + i));
        }
        return values;
    }

    private int[] ints(long from) {
        int[] values = new int[rows];
        for (int i = 0; i < rows; i += 2) {
            long two = file.getLong(from + i / 2);
            values[i] = (int) (two >>> Integer.SIZE);
            if (i + 1 < rows) {
                values[i + 1] = (int) two;
            }
        }
        return values;
    }
}
