package io.github.recsyseval.stat;

/**
 * A confidence interval.
 *
 * @param lower lower end; minus infinity says "unbounded below"
 * @param upper upper end, at least {@code lower}; infinity says "unbounded above"
 * @param level confidence level in (0, 1), such as 0.95
 * @param method how it was computed, in report spelling, such as {@code delta_by_user} or {@code wilson}
 */
public record Interval(double lower, double upper, double level, String method) implements IntervalOrReason {

    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("not an interval: [" + lower + ", " + upper + "]");
        }
        requireLevel(level);
    }

    /** Whether {@code value} lies in the interval, ends included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** The interval cut to what is possible: no share below 0 or above 1. Both ends stay ordered. */
    Interval within(double lowest, double highest) {
        return new Interval(
                Math.min(Math.max(lower, lowest), highest), Math.max(Math.min(upper, highest), lowest), level, method);
    }

    /** Refuses a level that is not a share strictly between 0 and 1. */
    static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence level lies between 0 and 1, not " + level);
        }
        return level;
    }
}
