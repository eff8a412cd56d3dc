package io.github.recsyseval.stat;

import java.util.Arrays;

/**
 * How often each value occurred: all there is to know for quantiles. Exact up to {@value #DISTINCT_VALUES_KEPT}
 * different values.
 *
 * <p>Beyond that every value is replaced by the middle of its bucket: the numbers that share sign, exponent and the first
 * 7 bits of the fraction. A quantile is then off by at most 1/256 of itself ({@link #RELATIVE_ERROR}; numbers closer to 0
 * than 2^-1022 aside). Whether that happens depends on the number of different values in the whole data and on nothing
 * else, so any order, split and merging give the same result. This is the bucketing of HdrHistogram, but without a
 * smallest or largest trackable value.
 *
 * <p>Open addressing, 16 bytes per slot, at most two thirds full. Not safe for concurrent use.
 */
public final class ValueCounts {

    /** More different values than these are put into buckets. */
    public static final int DISTINCT_VALUES_KEPT = 1 << 20;

    /** Largest relative error of a value once there are buckets. */
    public static final double RELATIVE_ERROR = 1.0 / 256;

    /** Of the 52 bits of the fraction, those below the first 7. */
    private static final int BUCKET_BITS = 52 - 7;

    private static final int SMALLEST_TABLE = 16;

    private final int distinctKept;

    /** Bits of a value in the slots whose count is not 0. */
    private long[] values = new long[SMALLEST_TABLE];

    private long[] counts = new long[SMALLEST_TABLE];
    private int distinct;
    private boolean exact = true;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    public ValueCounts() {
        this(DISTINCT_VALUES_KEPT);
    }

    /** For tests: buckets beyond {@code distinctKept} different values. */
    ValueCounts(int distinctKept) {
        this.distinctKept = distinctKept;
    }

    /**
     * Counts one value; -0 counts as 0.
     *
     * @throws IllegalArgumentException for NaN and infinities
     */
    public void add(double value) {
        add(value, 1);
    }

    /** Counts {@code times} occurrences of a value, {@code times} at least 0. */
    public void add(double value, long times) {
        if (!Double.isFinite(value) || times < 0) {
            throw new IllegalArgumentException("cannot count " + value + " " + times + " times");
        }
        if (times == 0) {
            return;
        }
        min = Math.min(min, value + 0.0);
        max = Math.max(max, value + 0.0);
        addCounted(value + 0.0, times);
    }

    /** Whether every value is known; false: they are known up to {@link #RELATIVE_ERROR}. */
    public boolean isExact() {
        return exact;
    }

    /** The values in ascending order, from which quantiles are read; later additions do not show in it. */
    public OrderedValues ordered() {
        double[] ascending = new double[distinct];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (counts[i] > 0) {
                ascending[n++] = Double.longBitsToDouble(values[i]);
            }
        }
        Arrays.sort(ascending);
        long[] upTo = new long[distinct];
        long below = 0;
        for (int i = 0; i < distinct; i++) {
            below += counts[slotOf(Double.doubleToRawLongBits(ascending[i]))];
            upTo[i] = below;
        }
        return new OrderedValues(ascending, upTo, min, max);
    }

    private void addCounted(double value, long times) {
        long bits = Double.doubleToRawLongBits(exact ? value : middleOfBucket(value));
        int slot = slotOf(bits);
        if (counts[slot] == 0) {
            values[slot] = bits;
            distinct++;
        }
        counts[slot] += times;
        if (exact && distinct > distinctKept) {
            useBuckets();
        } else if (distinct > values.length / 3 * 2) {
            rebuild(values.length * 2);
        }
    }

    private void useBuckets() {
        if (exact) {
            exact = false;
            rebuild(SMALLEST_TABLE);
        }
    }

    private void rebuild(int slots) {
        long[] oldValues = values;
        long[] oldCounts = counts;
        values = new long[slots];
        counts = new long[slots];
        distinct = 0;
        for (int i = 0; i < oldValues.length; i++) {
            if (oldCounts[i] > 0) {
                addCounted(Double.longBitsToDouble(oldValues[i]), oldCounts[i]);
            }
        }
    }

    /** Where a value is, or would be put. */
    private int slotOf(long bits) {
        int mask = values.length - 1;
        int slot = (int) Mix64.mix(bits) & mask;
        while (counts[slot] != 0 && values[slot] != bits) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Its own middle stays where it is, so that putting a value into its bucket twice changes nothing. */
    private static double middleOfBucket(double value) {
        if (value == 0) {
            return 0;
        }
        long bucket = Double.doubleToRawLongBits(value) >>> BUCKET_BITS;
        return Double.longBitsToDouble(bucket << BUCKET_BITS | 1L << (BUCKET_BITS - 1));
    }
}
