package io.github.recsyseval.stat;

import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, with tails that keep their digits. */
public final class Normal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** P(Z &gt; z), accurate in the upper tail; 0 from about z = 38.5 on. */
    public static double upperTail(double z) {
        return STANDARD.survivalProbability(z);
    }

    /** log10 P(Z &gt; z), for any z; through erfcx(x) = exp(x^2) erfc(x), which does not vanish. */
    public static double log10UpperTail(double z) {
        if (z < 1) {
            return Math.log10(upperTail(z));
        }
        return (Math.log(Erfcx.value(z / Math.sqrt(2)) / 2) - z * z / 2) / Math.log(10);
    }

    /** P(|Z| &gt; |z|). */
    public static PValue twoSided(double z) {
        double size = Math.abs(z);
        return PValue.of(2 * upperTail(size), () -> log10UpperTail(size) + Math.log10(2));
    }

    /** The value below which Z stays with probability {@code p}, in (0, 1). */
    public static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }

    /** z with P(-z &lt; Z &lt; z) = {@code level}: 1.96 for 0.95. */
    public static double criticalValue(double level) {
        return STANDARD.inverseSurvivalProbability((1 - Interval.requireLevel(level)) / 2);
    }
}
