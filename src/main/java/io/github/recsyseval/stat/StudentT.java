package io.github.recsyseval.stat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.numbers.fraction.ContinuedFraction;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.statistics.distribution.TDistribution;

/** Student's t distribution, for any degrees of freedom above 0, whole or not. */
public final class StudentT {

    private static final double PRECISION = 1e-15;

    /** So many critical values are remembered. */
    private static final int MOST_KNOWN = 1 << 12;

    /** A report asks for a few of them again and again, for every figure of the same users, and finding one takes long. */
    private static final Map<Quantile, Double> KNOWN = new ConcurrentHashMap<>();

    private record Quantile(double level, double degreesOfFreedom) {}

    private StudentT() {}

    /** P(T &gt; t), accurate in the upper tail. */
    public static double upperTail(double t, double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).survivalProbability(t);
    }

    /** P(T &gt; t) as a p-value, for a test against larger values. */
    public static PValue oneSided(double t, double degreesOfFreedom) {
        return PValue.of(upperTail(t, degreesOfFreedom), () -> log10FarTail(t, degreesOfFreedom));
    }

    /** P(|T| &gt; |t|). */
    public static PValue twoSided(double t, double degreesOfFreedom) {
        double size = Math.abs(t);
        return PValue.of(
                2 * upperTail(size, degreesOfFreedom), () -> log10FarTail(size, degreesOfFreedom) + Math.log10(2));
    }

    /** t with P(-t &lt; T &lt; t) = {@code level}: 2.571 for 0.95 and 5 degrees of freedom. */
    public static double criticalValue(double level, double degreesOfFreedom) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        Quantile asked = new Quantile(level, degreesOfFreedom);
        Double known = KNOWN.get(asked);
        if (known == null) {
            known = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(tail);
            if (KNOWN.size() < MOST_KNOWN) {
                KNOWN.put(asked, known);
            }
        }
        return known;
    }

    /**
     * log10 P(T &gt; t) for large t: half of the regularised incomplete beta function I_x(a, b) with x = v / (v + t^2), a = v/2,
     * b = 1/2, by its continued fraction (NIST DLMF 8.17.22).
     */
    private static double log10FarTail(double t, double degreesOfFreedom) {
        double a = degreesOfFreedom / 2;
        double b = 0.5;
        double ratio = t / degreesOfFreedom * t;
        double x = 1 / (1 + ratio);
        ContinuedFraction fraction = new ContinuedFraction() {
            @Override
            protected double getA(int n, double argument) {
                int m = n / 2;
                return n % 2 == 0
                        ? m * (b - m) * argument / ((a + 2 * m - 1) * (a + 2 * m))
                        : -(a + m) * (a + b + m) * argument / ((a + 2 * m) * (a + 2 * m + 1));
            }

            @Override
            protected double getB(int n, double argument) {
                return 1;
            }
        };
        double logX = -(ratio > 1e300 ? 2 * Math.log(t) - Math.log(degreesOfFreedom) : Math.log1p(ratio));
        double logPower = a * logX + b * Math.log1p(-x);
        double natural = logPower - Math.log(a) - LogBeta.value(a, b) - Math.log(fraction.evaluate(x, PRECISION));
        return (natural - Math.log(2)) / Math.log(10);
    }
}
