package io.github.recsyseval.stat;

/**
 * The interval of a difference of two independent estimates from the interval of each, for estimates without a standard error, such as
 * quantiles (MOVER, "method of variance estimates recovery"; Zou and Donner, Statistics in Medicine 27, 2008, 1693-1702). With
 * estimates a and b and their intervals [l_a, u_a] and [l_b, u_b], the difference a - b lies between
 *
 * <pre>
 * a - b - sqrt((a - l_a)^2 + (u_b - b)^2)
 * a - b + sqrt((u_a - a)^2 + (b - l_b)^2)
 * </pre>
 */
public final class MoverInterval {

    private MoverInterval() {}

    /**
     * The interval of treatment - control, at the level of both intervals. An end that needs an unbounded one is
     * unbounded.
     *
     * @throws IllegalArgumentException if the levels differ
     */
    public static Interval ofDifference(double control, Interval ofControl, double treatment, Interval ofTreatment) {
        if (ofControl.level() != ofTreatment.level()) {
            throw new IllegalArgumentException("intervals of different levels");
        }
        double difference = treatment - control;
        double below = Math.hypot(treatment - ofTreatment.lower(), ofControl.upper() - control);
        double above = Math.hypot(ofTreatment.upper() - treatment, control - ofControl.lower());
        return new Interval(difference - below, difference + above, ofControl.level(), "mover");
    }

    /**
     * The interval of treatment / control - 1 (MOVER-R; Donner and Zou, Statistical Methods in Medical Research 21, 2012; Newcombe, the
     * same 25, 2016). With a treatment and b control,
     *
     * <pre>
     * lower + 1 = (ab - sqrt((ab)^2 - l_a u_b (2a - l_a)(2b - u_b))) / (u_b (2b - u_b))
     * upper + 1 = (ab + sqrt((ab)^2 - u_a l_b (2a - u_a)(2b - l_b))) / (l_b (2b - l_b))
     * </pre>
     *
     * On symmetric intervals of normal estimates it is Fieller's.
     *
     * @return {@link NoInterval} where the control's interval is as wide as its value, or not above 0
     */
    public static IntervalOrReason ofRelativeDifference(
            double control, Interval ofControl, double treatment, Interval ofTreatment) {
        if (ofControl.level() != ofTreatment.level()) {
            throw new IllegalArgumentException("intervals of different levels");
        }
        if (!(ofControl.lower() > 0 && ofControl.upper() < 2 * control)) {
            return FiellerInterval.NOT_IDENTIFIED;
        }
        double lower = ratio(treatment, ofTreatment.lower(), control, ofControl.upper(), -1);
        double upper = ratio(treatment, ofTreatment.upper(), control, ofControl.lower(), 1);
        return new Interval(lower - 1, upper - 1, ofControl.level(), "mover_r");
    }

    private static double ratio(double a, double endOfA, double b, double endOfB, int sign) {
        double product = a * b;
        double below = endOfB * (2 * b - endOfB);
        double root = Math.sqrt(Math.max(0, product * product - endOfA * (2 * a - endOfA) * below));
        return (product + sign * root) / below;
    }
}
