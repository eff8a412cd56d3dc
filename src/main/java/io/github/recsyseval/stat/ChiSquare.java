package io.github.recsyseval.stat;

import org.apache.commons.numbers.fraction.ContinuedFraction;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** The upper tail of the chi-square distribution: the p-value of a goodness-of-fit test. */
public final class ChiSquare {

    /** Where fewer are expected in a cell, the p-value is rough (Cochran, Biometrics 10, 1954). */
    public static final int FEWEST_EXPECTED = 5;

    private static final double PRECISION = 1e-15;

    private ChiSquare() {}

    /**
     * P(X &gt; x), by the regularised upper gamma function and not as 1 - P(X &lt;= x), which knows nothing below 1e-16.
     *
     * @param degreesOfFreedom above 0
     */
    public static PValue upperTail(double x, double degreesOfFreedom) {
        double p = ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(x);
        return PValue.of(p, () -> log10FarTail(x / 2, degreesOfFreedom / 2));
    }

    /** log10 Q(a, x) for x far above a, by its continued fraction (NIST DLMF 8.9.2, in the form with denominators x + 2n + 1 - a). */
    private static double log10FarTail(double x, double a) {
        ContinuedFraction fraction = new ContinuedFraction() {
            @Override
            protected double getA(int n, double argument) {
                return n * (a - n);
            }

            @Override
            protected double getB(int n, double argument) {
                return argument + 2 * n + 1 - a;
            }
        };
        double natural = a * Math.log(x) - x - LogGamma.value(a) - Math.log(fraction.evaluate(x, PRECISION));
        return natural / Math.log(10);
    }
}
