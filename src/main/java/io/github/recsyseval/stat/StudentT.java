package io.github.recsyseval.stat;

import org.apache.commons.statistics.distribution.TDistribution;

/** Student's t distribution, for any degrees of freedom &gt; 0, whole or not (Welch). */
public final class StudentT {

    private StudentT() {}

    /** P(T &gt; t), accurate in the upper tail. */
    public static double upperTail(double t, double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).survivalProbability(t);
    }

    /** t with P(-t &lt; T &lt; t) = {@code level}: 2.571 for 0.95 and 5 degrees of freedom. */
    public static double criticalValue(double level, double degreesOfFreedom) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(tail);
    }
}
