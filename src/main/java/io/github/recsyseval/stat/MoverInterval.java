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
     * The interval of treatment - control, at the level of both intervals, whose ends are finite.
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
}
