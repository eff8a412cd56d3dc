package io.github.recsyseval.stat;

/**
 * The difference of two independent estimates, treatment - control, tested without assuming equal variances (Welch, Biometrika 34,
 * 1947): t = difference / sqrt(V_T + V_C) with the degrees of freedom of Satterthwaite,
 * (V_T + V_C)^2 / (V_T^2 / (K_T - 1) + V_C^2 / (K_C - 1)), counted in users.
 *
 * @param difference treatment - control
 * @param standardError of the difference, above 0
 * @param degreesOfFreedom above 0
 */
public record WelchTest(double difference, double standardError, double degreesOfFreedom) {

    public WelchTest {
        if (!(standardError > 0)) {
            throw new IllegalArgumentException("no variation in either arm: there is nothing to test");
        }
    }

    /**
     * Compares two arms.
     *
     * @throws IllegalArgumentException if both variances are 0; ask {@link #isPossible} before
     */
    public static WelchTest between(Estimate control, Estimate treatment) {
        double variance = treatment.variance() + control.variance();
        // scaled by the sum, so that tiny variances do not vanish when squared
        double shareT = treatment.variance() / variance;
        double shareC = control.variance() / variance;
        double df = 1 / (shareT * shareT / (treatment.clusters() - 1.0) + shareC * shareC / (control.clusters() - 1.0));
        return new WelchTest(treatment.value() - control.value(), Math.sqrt(variance), df);
    }

    /** Whether there is a test at all: at least one arm varies between its users. */
    public static boolean isPossible(Estimate control, Estimate treatment) {
        return control.variance() + treatment.variance() > 0;
    }

    /** t, for the hypothesis of no difference. */
    public double statistic() {
        return difference / standardError;
    }

    /** Two-sided p-value of no difference. */
    public PValue pValue() {
        return StudentT.twoSided(statistic(), degreesOfFreedom);
    }

    /** The interval of the difference; leaves out 0 exactly when {@link #pValue} is below 1 - level. */
    public Interval interval(double level) {
        double half = StudentT.criticalValue(level, degreesOfFreedom) * standardError;
        return new Interval(difference - half, difference + half, level, "welch");
    }
}
