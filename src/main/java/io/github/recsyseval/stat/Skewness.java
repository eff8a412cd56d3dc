package io.github.recsyseval.stat;

/**
 * The skewness of an estimate, and Hall's correction of Student's t for it ("On the Removal of Skewness by Transformation", JRSS B 54, 1992;
 * two samples: Zhou, Dinh, Biostatistics 6, 2005). A mean of users of whom a few have much is low together with its standard error, so
 * that t is too often far below 0. With the third cumulant of the estimate, A = kappa_3 / SE^3,
 *
 * <pre>g(t) = t + A t^2 / 3 + A^2 t^3 / 27 + A / 6</pre>
 *
 * <p>rises with t everywhere and is distributed as t is without skewness, up to the order of 1 / users.
 *
 * @param ofEstimate A; 0 for an estimate that is as often too high as too low
 */
public record Skewness(double ofEstimate) {
    /** So little changes nothing that could be told from rounding. */
    private static final double NONE = 1e-9;

    /** g(t). */
    public double corrected(double t) {
        double third = ofEstimate / 3;
        return t + third * t * t + third * third * t * t * t / 3 + ofEstimate / 6;
    }

    /** The t with g(t) = {@code quantile}. */
    public double uncorrected(double quantile) {
        double above = quantile - ofEstimate / 6;
        return Math.abs(ofEstimate) < NONE ? above : (Math.cbrt(1 + ofEstimate * above) - 1) * 3 / ofEstimate;
    }
}
