package io.github.recsyseval.stat;

/**
 * A mean or ratio of one arm, with its uncertainty: all that a comparison of two arms needs.
 *
 * @param value the estimate
 * @param variance estimated variance of the estimate (not of the data), at least 0
 * @param clusters number of users behind it, at least 2
 */
public record Estimate(double value, double variance, long clusters) {

    public Estimate {
        if (!Double.isFinite(value) || !(variance >= 0 && variance < Double.POSITIVE_INFINITY) || clusters < 2) {
            throw new IllegalArgumentException(
                    "not an estimate: " + value + ", variance " + variance + ", " + clusters + " users");
        }
    }

    /** The ratio of the moments, which need two users and a denominator above 0. */
    public static Estimate of(RatioMoments moments) {
        return new Estimate(moments.ratio(), moments.variance(), moments.clusters());
    }
}
