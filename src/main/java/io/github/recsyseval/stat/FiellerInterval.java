package io.github.recsyseval.stat;

/**
 * The interval of a relative difference R_T / R_C - 1 of independent arms: all lifts L that a test of R_T = (1 + L) R_C does not
 * reject (Fieller, JRSS B 16, 1954; Franz, arXiv:0710.2024). With g = c^2 V_C / R_C^2 and r = R_T / R_C,
 *
 * <pre>(r -+ c / |R_C| sqrt(V_T + r^2 V_C - g V_T)) / (1 - g) - 1</pre>
 *
 * <p>c is the critical value of {@link WelchTest}, so the interval leaves out 0 exactly when that test rejects. Where g &gt;= 1 the
 * control cannot be told from 0 and the interval would be unbounded.
 */
public final class FiellerInterval {

    private FiellerInterval() {}

    /** The interval, or {@link NoInterval}: "lift not identified" or "no variation between users". */
    public static IntervalOrReason of(Estimate control, Estimate treatment, double level) {
        Interval.requireLevel(level);
        if (control.value() == 0) {
            return new NoInterval("lift not identified");
        }
        if (!WelchTest.isPossible(control, treatment)) {
            return new NoInterval("no variation between users");
        }
        double df = WelchTest.between(control, treatment).degreesOfFreedom();
        double c = StudentT.criticalValue(level, df);
        double controlSize = Math.abs(control.value());
        double g = c * c * (control.variance() / controlSize / controlSize);
        if (g >= 1) {
            return new NoInterval("lift not identified");
        }
        double r = treatment.value() / control.value();
        double variance = treatment.variance() * (1 - g) + r * r * control.variance();
        double half = c / controlSize * Math.sqrt(variance);
        return new Interval((r - half) / (1 - g) - 1, (r + half) / (1 - g) - 1, level, "fieller");
    }
}
