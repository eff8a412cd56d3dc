package io.github.recsyseval.metric;

import io.github.recsyseval.spill.SpillFile;
import io.github.recsyseval.spill.SpilledBytes;
import java.util.Arrays;

/**
 * The rows of some users in a file, column by column, in the order of {@link LedgerRows}.
 *
 * @param at where they begin, in longs
 */
record LedgerPart(SpilledBytes file, long at, int rows, int patterns, int width, int breakdowns, boolean withTimes) {

    /** How many longs {@code count} ints take. */
    private static long longs(int count) {
        return (count + 1L) / 2;
    }

    /** Sorts rows and writes them, first the numerators of each of their patterns. The part can be read when the file is complete. */
    static Unread write(LedgerColumns columns, PatternTable patterns, int threads, SpillFile to) {
        double[][] vectors = patterns.sorted();
        int[] ranks = patterns.ranks(vectors);
        long[] user = Arrays.copyOf(columns.user, columns.size);
        int[] pattern = new int[columns.size];
        for (int row = 0; row < columns.size; row++) {
            pattern[row] = ranks[columns.pattern[row]];
        }
        int[] order = UserOrder.of(user, pattern, 0, threads);
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
        put(ordered(pattern, order), to);
        for (int[] slice : columns.slice) {
            put(ordered(slice, order), to);
        }
        boolean withTimes = columns.time.length > 0;
        for (int row = 0; withTimes && row < order.length; row++) {
            to.putLong(columns.time[order[row]]);
        }
        int width = vectors.length == 0 ? 0 : vectors[0].length;
        return new Unread(at, columns.size, vectors.length, width, columns.slice.length, withTimes);
    }

    private static int[] ordered(int[] column, int[] order) {
        return Arrays.stream(order).map(row -> column[row]).toArray();
    }

    /** Puts down a column, filled up to whole longs. */
    static void put(int[] column, SpillFile to) {
        for (int value : column) {
            to.putInt(value);
        }
        if (column.length % 2 == 1) {
            to.putInt(0);
        }
    }

    /** Where a part will stand. */
    record Unread(long at, int rows, int patterns, int width, int breakdowns, boolean withTimes) {
        LedgerPart in(SpilledBytes file) {
            return new LedgerPart(file, at, rows, patterns, width, breakdowns, withTimes);
        }
    }

    /** All columns but the times, and of slices those of some breakdowns. */
    LedgerRows load(int... sliced) {
        return load(new long[0], sliced);
    }

    /** All columns, of slices those of some breakdowns. */
    LedgerRows loadWithTimes(int... sliced) {
        return load(withTimes ? longs(slicesAt(breakdowns), rows) : new long[0], sliced);
    }

    private LedgerRows load(long[] time, int... sliced) {
        double[][] vectors = new double[patterns][];
        for (int i = 0; i < patterns; i++) {
            vectors[i] = doubles(at + (long) i * width, width);
        }
        long users = at + (long) patterns * width;
        long[] user = longs(users, rows);
        int[][] slice = new int[breakdowns][0];
        for (int breakdown : sliced) {
            slice[breakdown] = slice(breakdown);
        }
        return new LedgerRows(
                user, latency(), ints(file, users + 2L * rows, rows), slice, time, new Numerators(vectors));
    }

    /** The latencies alone. */
    double[] latency() {
        return doubles(at + (long) patterns * width + rows, rows);
    }

    /** The slices of a breakdown alone. */
    int[] slice(int breakdown) {
        return ints(file, slicesAt(breakdown), rows);
    }

    /** Where a column of slices begins, or with the number of breakdowns what follows them. */
    private long slicesAt(int breakdown) {
        return at + (long) patterns * width + 2L * rows + longs(rows) * (1 + breakdown);
    }

    private long[] longs(long from, int count) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = file.getLong(from + i);
        }
        return values;
    }

    private double[] doubles(long from, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = Double.longBitsToDouble(file.getLong(from + i));
        }
        return values;
    }

    /** Reads what {@link #put} put down at a long. */
    static int[] ints(SpilledBytes file, long from, int count) {
        int[] values = new int[count];
        for (int i = 0; i < count; i += 2) {
            long two = file.getLong(from + i / 2);
            values[i] = (int) (two >>> Integer.SIZE);
            if (i + 1 < count) {
                values[i + 1] = (int) two;
            }
        }
        return values;
    }
}
