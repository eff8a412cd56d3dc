package io.github.recsyseval.stat;

/**
 * A p-value with its logarithm, which still says how small it is where the number itself has become 0.
 *
 * @param value in [0, 1]; 0 below about 5e-324
 * @param log10 its decimal logarithm, at most 0; exact to about 12 digits also where {@code value} is 0
 */
public record PValue(double value, double log10) {

    /** Below this a double loses digits, so the logarithm is computed directly instead. */
    private static final double SMALLEST_FULL_PRECISION = 1e-290;

    /** A number that a tail function gave, or, where that is too small, its logarithm computed in another way. */
    static PValue of(double value, java.util.function.DoubleSupplier log10) {
        double p = Math.min(1, value);
        return new PValue(p, p > SMALLEST_FULL_PRECISION ? Math.log10(p) : log10.getAsDouble());
    }

    /** Whether the test rejects at {@code alpha}. */
    public boolean below(double alpha) {
        return value < alpha;
    }
}
