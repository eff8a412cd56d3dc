package io.github.recsyseval.stat;

import java.util.function.DoubleSupplier;

/**
 * A p-value with its logarithm, which still says how small it is where the number itself has become 0.
 *
 * @param value in [0, 1]; 0 below about 5e-324
 * @param log10 its decimal logarithm, at most 0
 */
public record PValue(double value, double log10) {

    /** Below this the logarithm is computed directly, since a double soon loses its digits. */
    private static final double SMALLEST_TRUSTED = 1e-290;

    /** A probability and, in case it is too small for a double, how to get its decimal logarithm. */
    static PValue of(double value, DoubleSupplier log10) {
        double p = Math.min(1, value);
        return new PValue(p, p > SMALLEST_TRUSTED ? Math.log10(p) : log10.getAsDouble());
    }

    /** Whether a test at level {@code alpha} rejects. */
    public boolean isBelow(double alpha) {
        return value < alpha;
    }
}
