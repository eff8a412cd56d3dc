package io.github.recsyseval.stat;

import java.util.List;

/**
 * Do effects differ between slices by more than chance? Cochran's Q (Biometrics 10, 1954): with effects x_i, variances v_i and
 * weights 1 / v_i, Q = sum (x_i - mean)^2 / v_i, chi-square with one degree of freedom less than there are slices. Meant for slices
 * that share few users.
 */
public final class Heterogeneity {
    /** An effect of a slice; the variance is above 0. */
    public record Effect(double value, double variance) {}

    /** @param pValue of "the effect is the same in all slices" */
    public record Test(double statistic, int degreesOfFreedom, PValue pValue) {}

    private Heterogeneity() {}

    /** The test of at least two effects. */
    public static Test of(List<Effect> effects) {
        if (effects.size() < 2) {
            throw new IllegalArgumentException("differences between " + effects.size() + " effects");
        }
        double weights = 0;
        double weighted = 0;
        for (Effect effect : effects) {
            weights += 1 / effect.variance();
            weighted += effect.value() / effect.variance();
        }
        double mean = weighted / weights;
        double q = 0;
        for (Effect effect : effects) {
            q += (effect.value() - mean) * (effect.value() - mean) / effect.variance();
        }
        int df = effects.size() - 1;
        return new Test(q, df, ChiSquare.upperTail(q, df));
    }
}
