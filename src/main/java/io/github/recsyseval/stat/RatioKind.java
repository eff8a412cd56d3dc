package io.github.recsyseval.stat;

/** What a ratio of sums means, which decides the range of its interval and what happens when events are few. */
public enum RatioKind {
    /** Share of trials that succeeded, each trial 0 or 1: exposures with a click / exposures. */
    PROPORTION(0, 1),

    /** Events per trial, several possible: clicks / exposures. */
    EVENT_RATE(0, Double.POSITIVE_INFINITY),

    /** Mean of values that lie in [0, 1]: NDCG per request. */
    UNIT_MEAN(0, 1),

    /** Mean of anything: revenue per exposure. */
    MEAN(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final double lowest;
    private final double highest;

    RatioKind(double lowest, double highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** Smallest possible value. */
    public double lowest() {
        return lowest;
    }

    /** Largest possible value. */
    public double highest() {
        return highest;
    }
}
