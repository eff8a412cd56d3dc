package io.github.recsyseval.stat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Values in ascending order, with their counts: x_(1) &lt;= ... &lt;= x_(n). A snapshot of {@link ValueCounts}, and as exact as
 * that.
 */
public final class OrderedValues {

    private final double[] values;

    /** How many are at most {@code values[i]}. */
    private final long[] upTo;

    private final double min;
    private final double max;

    OrderedValues(double[] values, long[] upTo, double min, double max) {
        this.values = values;
        this.upTo = upTo;
        this.min = min;
        this.max = max;
    }

    /** n; may be 0. */
    public long count() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    /** x_(rank), the rank counted from 1 to n. */
    public double atRank(long rank) {
        if (rank < 1 || rank > count()) {
            throw new IndexOutOfBoundsException("rank " + rank + " of " + count());
        }
        int found = Arrays.binarySearch(upTo, rank);
        double value = values[found < 0 ? -found - 1 : found];
        return Math.min(Math.max(value, min), max);
    }

    /**
     * The q-quantile by the inverse of the empirical distribution, x_(ceil(n q)): always a value that occurred (type 1 of
     * Hyndman, Fan, "Sample Quantiles in Statistical Packages", 1996). NaN without values.
     *
     * @param q in [0, 1], taken as the decimal number it prints as, so that 0.07 of 100 is 7 and not a little more
     */
    public double quantile(double q) {
        return count() == 0 ? Double.NaN : atRank(rank(count(), q));
    }

    /** Rank of the q-quantile among n values: ceil(n q), at least 1. */
    public static long rank(long n, double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("a quantile lies between 0 and 1, not " + q);
        }
        BigDecimal exact = BigDecimal.valueOf(q).multiply(BigDecimal.valueOf(n));
        return Math.max(1, exact.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    /** How many values are at most {@code x}; as exact as the values. */
    public long countUpTo(double x) {
        int found = Arrays.binarySearch(values, x + 0.0);
        int last = found < 0 ? -found - 2 : found;
        return last < 0 ? 0 : upTo[last];
    }
}
