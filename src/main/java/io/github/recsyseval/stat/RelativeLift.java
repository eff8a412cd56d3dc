package io.github.recsyseval.stat;

/**
 * The relative difference of two arms, R_T / R_C - 1, by the delta method: variance V_T / R_C^2 + R_T^2 V_C / R_C^4. Its interval
 * is too short where the control is uncertain; {@link FiellerInterval} is the one to show, and the p-value is that of the absolute
 * difference, {@link WelchTest#pValue}.
 *
 * @param value R_T / R_C - 1
 * @param standardError by the delta method
 * @param degreesOfFreedom those of {@link WelchTest}
 */
public record RelativeLift(double value, double standardError, double degreesOfFreedom) {

    /**
     * Compares two arms.
     *
     * @throws IllegalArgumentException if the control is not above 0 or neither arm varies
     */
    public static RelativeLift of(Estimate control, Estimate treatment) {
        if (!(control.value() > 0)) {
            throw new IllegalArgumentException("a lift is defined over a control above 0 only");
        }
        double quotient = treatment.value() / control.value();
        double variance =
                (treatment.variance() + quotient * quotient * control.variance()) / (control.value() * control.value());
        double df = WelchTest.between(control, treatment).degreesOfFreedom();
        return new RelativeLift(quotient - 1, Math.sqrt(variance), df);
    }

    /** The delta-method interval. */
    public Interval interval(double level) {
        double half = StudentT.criticalValue(level, degreesOfFreedom) * standardError;
        return new Interval(value - half, value + half, level, "delta_relative");
    }
}
