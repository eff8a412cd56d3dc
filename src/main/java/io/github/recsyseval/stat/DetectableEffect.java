package io.github.recsyseval.stat;

/**
 * How small an effect a two-sided test would find. With k = critical value + z_power and the arms' variances V_C and V_T at the
 * present number of users, the smallest difference is k sqrt(V_T + V_C). The smallest relative difference m makes allowance for the
 * error of the control: m^2 R_C^2 = k^2 (V_T + (1 + m)^2 V_C).
 *
 * @param control R_C with its variance
 * @param treatment whose variance is that of the other arm
 * @param factor k
 */
public record DetectableEffect(Estimate control, Estimate treatment, double factor) {

    /** For a test that uses this critical value. */
    public static DetectableEffect of(Estimate control, Estimate treatment, double criticalValue, double power) {
        return new DetectableEffect(control, treatment, criticalValue + Normal.quantile(power));
    }

    /** The smallest difference, in the unit of the figure. */
    public double absolute() {
        return factor * Math.sqrt(control.variance() + treatment.variance());
    }

    /** The smallest relative difference; NaN where the control is negative or cannot be told from 0. */
    public double relative() {
        if (control.value() < 0) {
            return Double.NaN;
        }
        double k2 = factor * factor;
        double a = control.value() * control.value() - k2 * control.variance();
        if (a <= 0) {
            return Double.NaN;
        }
        double b = k2 * control.variance();
        double c = k2 * (control.variance() + treatment.variance());
        return (b + Math.sqrt(b * b + a * c)) / a;
    }

    /**
     * How many times as many users it would take to find a relative difference of {@code lift}, not 0: variances fall as users
     * grow. NaN for a control that is not above 0.
     */
    public double usersFactor(double lift) {
        double target = lift * control.value();
        double variance = treatment.variance() + (1 + lift) * (1 + lift) * control.variance();
        return target == 0 || control.value() < 0 ? Double.NaN : factor * factor * variance / (target * target);
    }

    /**
     * How many times as many users it would take to tell a relative difference of {@code lift}, seen with these variances, from
     * {@code bound}: by the test of R_T = (1 + bound) R_C. Infinite for equal ones.
     */
    public double usersFactor(double lift, double bound) {
        double target = (lift - bound) * control.value();
        double variance = treatment.variance() + (1 + bound) * (1 + bound) * control.variance();
        return factor * factor * variance / (target * target);
    }

    /** The same for differences; infinite for equal ones. */
    public double usersFactorOfDifference(double difference, double bound) {
        double distance = absolute() / (difference - bound);
        return distance * distance;
    }
}
