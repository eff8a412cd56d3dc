package io.github.recsyseval.stat;

/**
 * The interval of a relative difference R_T / R_C - 1 of independent arms: all lifts L that a test of R_T = (1 + L) R_C does not
 * reject (Fieller, JRSS B 16, 1954; Franz, arXiv:0710.2024). With g = c^2 V_C / R_C^2 and r = R_T / R_C,
 *
 * <pre>(r -+ c / R_C sqrt(V_T + r^2 V_C - g V_T)) / (1 - g) - 1</pre>
 *
 * <p>c is the critical value of the test of the difference, by default that of {@link WelchTest}, so the interval leaves out 0
 * exactly when that test rejects. Where g &gt;= 1 the control cannot be told from 0 and the interval would be unbounded. Over a control
 * below 0 there is no lift: more would look like less.
 */
public final class FiellerInterval {
    private static final String METHOD = "fieller";
    private static final NoInterval NEGATIVE = new NoInterval("the control is negative, over which there is no lift");
    static final NoInterval NOT_IDENTIFIED =
            new NoInterval("the control is not distinguishable from 0, so the lift has no bounds");
    private static final NoInterval NO_VARIATION = new NoInterval("no variation between users");

    private FiellerInterval() {}

    /** The interval, or {@link NoInterval}: the control is negative or cannot be told from 0, or there is no variation between users. */
    public static IntervalOrReason of(Estimate control, Estimate treatment, double level) {
        Interval.requireLevel(level);
        if (!(control.value() > 0)) {
            return control.value() < 0 ? NEGATIVE : NOT_IDENTIFIED;
        }
        if (!WelchTest.isPossible(control, treatment)) {
            return NO_VARIATION;
        }
        double df = WelchTest.between(control, treatment).degreesOfFreedom();
        return of(control, treatment, level, StudentT.criticalValue(level, df));
    }

    /** As {@link #of(Estimate, Estimate, double)}, with the critical value of another test. */
    public static IntervalOrReason of(Estimate control, Estimate treatment, double level, double criticalValue) {
        if (control.value() < 0) {
            return NEGATIVE;
        }
        double g = criticalValue * criticalValue * (control.variance() / control.value() / control.value());
        if (control.value() == 0 || g >= 1) {
            return NOT_IDENTIFIED;
        }
        double r = treatment.value() / control.value();
        double variance = treatment.variance() * (1 - g) + r * r * control.variance();
        if (variance == 0) {
            return NO_VARIATION;
        }
        double half = criticalValue / control.value() * Math.sqrt(variance);
        return new Interval((r - half) / (1 - g) - 1, (r + half) / (1 - g) - 1, level, METHOD);
    }

    /**
     * The interval of a difference divided by a figure of the control: all L for which a test of difference = L * control does not
     * reject, the roots of (C^2 - c^2 V_C) L^2 - 2 (d C - c^2 V_dC) L + d^2 - c^2 V_d.
     *
     * @param variance V_d of the difference d
     * @param covariance V_dC of the difference with the control's figure C
     */
    public static IntervalOrReason ofDifference(
            double difference,
            double variance,
            double covariance,
            Estimate control,
            double level,
            double criticalValue) {
        if (control.value() < 0) {
            return NEGATIVE;
        }
        double c2 = criticalValue * criticalValue;
        double a = control.value() * control.value() - c2 * control.variance();
        if (a <= 0) {
            return NOT_IDENTIFIED;
        }
        double b = difference * control.value() - c2 * covariance;
        double inside = b * b - a * (difference * difference - c2 * variance);
        if (!(variance > 0) || inside < 0) {
            return NO_VARIATION;
        }
        double root = Math.sqrt(inside);
        return new Interval((b - root) / a, (b + root) / a, level, METHOD);
    }
}
