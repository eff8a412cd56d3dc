package io.github.recsyseval.stat;

/**
 * Intervals that hold at every look: the probability that any of them, however often one looks, leaves out the truth is at most
 * 1 - level. The asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas, arXiv:2103.06476, theorem 2.2, in
 * the form that GrowthBook uses: for n units estimate -+ c SE with
 *
 * <pre>c = sqrt(2 (n r^2 + 1) / (n r^2) * ln(sqrt(n r^2 + 1) / (1 - level))),  r^2 = (-2 ln a + ln(1 - 2 ln a)) / n*</pre>
 *
 * <p>n* is where the sequence is tightest and has to be chosen before the data is seen; r is tuned for a = 0.05 and is the same for
 * every level, so that one p-value belongs to all intervals.
 *
 * @param tightestAt n*, above 0: about how many units the experiment is planned for
 */
public record ConfidenceSequence(long tightestAt) {
    private static final double TUNED_FOR = 0.05;

    public ConfidenceSequence {
        if (tightestAt < 1) {
            throw new IllegalArgumentException("a sequence is tightest at some number of units, not " + tightestAt);
        }
    }

    /** How many standard errors the interval reaches to either side after {@code units} units. */
    public double criticalValue(double level, long units) {
        double x = scaled(units);
        return Math.sqrt(2 * (x + 1) / x * (0.5 * Math.log1p(x) - Math.log(1 - Interval.requireLevel(level))));
    }

    /** The smallest a for which the interval at level 1 - a leaves out 0, for an estimate of {@code statistic} standard errors. */
    public PValue pValue(double statistic, long units) {
        double x = scaled(units);
        double natural = Math.min(0, 0.5 * Math.log1p(x) - statistic * statistic * x / (2 * (x + 1)));
        return PValue.of(Math.exp(natural), () -> natural / Math.log(10));
    }

    /** n r^2. */
    private double scaled(long units) {
        double twice = -2 * Math.log(TUNED_FOR);
        return Math.max(1, units) * (twice + Math.log1p(twice)) / tightestAt;
    }
}
