package io.github.recsyseval.metric;

import io.github.recsyseval.stat.RatioMoments;

/** The totals of a group of users, metric by metric, on their way to the moments of a slice. */
final class GroupTotals {
    private final RequestMetric[] metrics;
    private final double[] numerator;
    private final double[] denominator;
    private final long[] users;

    GroupTotals(RequestMetric[] metrics) {
        this.metrics = metrics;
        numerator = new double[metrics.length];
        denominator = new double[metrics.length];
        users = new long[metrics.length];
    }

    /** Adds one user's totals. */
    void add(double[] sums, long[] counted) {
        for (int i = 0; i < metrics.length; i++) {
            if (counted[i] > 0) {
                numerator[i] += metrics[i].numerator(sums[i]);
                denominator[i] += metrics[i].denominator(counted[i]);
                users[i]++;
            }
        }
    }

    /** Adds the group to the moments of each metric that counts any of its users, and begins a new one. */
    void endInto(RatioMoments[] moments) {
        for (int i = 0; i < metrics.length; i++) {
            if (users[i] > 0) {
                if (Math.abs(numerator[i]) <= RatioMoments.LARGEST) {
                    moments[i].addGroup(numerator[i], denominator[i], users[i]);
                } else {
                    moments[i].markTooLarge();
                }
            }
            numerator[i] = 0;
            denominator[i] = 0;
            users[i] = 0;
        }
    }
}
