package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.Parallel;
import io.github.recsyseval.metric.UserValues;
import io.github.recsyseval.stat.Estimate;
import io.github.recsyseval.stat.Mix64;
import io.github.recsyseval.stat.WelchTest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Deals users out to two arms at random, many times, and tests each metric each time. In replicate b user u is in the treatment if bit
 * b mod 64 of {@code mix(mix(u) ^ at(seed, b / 64))} is set, with the functions of {@link Mix64}: neither order nor threads matter.
 */
final class RandomSplits {
    private static final int AT_ONCE = Long.SIZE;

    private final UserTotals users;
    private final int replicates;
    private final long seed;
    private final double[][] p;
    private final double[] total;
    private final double[][] totals;

    private RandomSplits(UserTotals users, int replicates, long seed) {
        this.users = users;
        this.replicates = replicates;
        this.seed = seed;
        int metrics = users.metrics();
        p = new double[metrics][replicates];
        total = new double[3];
        totals = new double[metrics][3];
        UserValues.Reader user = users.reader();
        while (user.next()) {
            double d = user.value(0);
            total[0]++;
            total[1] += d;
            total[2] += d * d;
            for (int metric = 0; metric < metrics; metric++) {
                double m = user.value(1 + metric);
                totals[metric][0] += m;
                totals[metric][1] += m * m;
                totals[metric][2] += m * d;
            }
        }
    }

    /** p-values by metric and replicate; NaN where a replicate has no test, infinite where its sums are too large for a number. */
    static double[][] pValues(UserTotals users, int replicates, long seed, int threads) {
        RandomSplits splits = new RandomSplits(users, replicates, seed);
        int blocks = (replicates + AT_ONCE - 1) / AT_ONCE;
        Parallel.run(blocks, threads, splits::block);
        return splits.p;
    }

    /** 64 replicates in one pass over the users; most users have no event, and cost three additions a replicate. */
    private void block(int block) {
        long key = Mix64.at(seed, block);
        int metrics = users.metrics();
        double[] count = new double[AT_ONCE];
        double[] d1 = new double[AT_ONCE];
        double[] d2 = new double[AT_ONCE];
        double[][][] sums = new double[metrics][3][AT_ONCE];
        UserValues.Reader user = users.reader();
        while (user.next()) {
            long bits = Mix64.mix(Mix64.mix(user.user()) ^ key);
            double d = user.value(0);
            add(bits, 1, count);
            add(bits, d, d1);
            add(bits, d * d, d2);
            for (int metric = 0; metric < metrics; metric++) {
                double m = user.value(1 + metric);
                if (m != 0) {
                    add(bits, m, sums[metric][0]);
                    add(bits, m * m, sums[metric][1]);
                    add(bits, m * d, sums[metric][2]);
                }
            }
        }
        for (int bit = 0; bit < AT_ONCE && block * AT_ONCE + bit < replicates; bit++) {
            double[] arm = {count[bit], d1[bit], d2[bit]};
            for (int metric = 0; metric < metrics; metric++) {
                double[] sum = {sums[metric][0][bit], sums[metric][1][bit], sums[metric][2][bit]};
                p[metric][block * AT_ONCE + bit] = pValue(arm, sum, metric);
            }
        }
    }

    private static void add(long bits, double value, double[] to) {
        for (int bit = 0; bit < AT_ONCE; bit++) {
            // without a branch that could be mispredicted: every other one would be
            to[bit] += (bits >>> bit & 1) * value;
        }
    }

    private double pValue(double[] arm, double[] sum, int metric) {
        double[] other = minus(total, arm);
        double[] otherSum = minus(totals[metric], sum);
        if (arm[0] < 2 || other[0] < 2 || arm[1] <= 0 || other[1] <= 0) {
            return Double.NaN;
        }
        @Nullable Estimate control = estimate(other, otherSum);
        @Nullable Estimate treatment = estimate(arm, sum);
        if (control == null || treatment == null) {
            return Double.POSITIVE_INFINITY;
        }
        return WelchTest.isPossible(control, treatment)
                ? WelchTest.between(control, treatment).pValue().value()
                : Double.NaN;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = a.clone();
        Arrays.setAll(difference, i -> a[i] - b[i]);
        return difference;
    }

    /** As RatioMoments, in floating point: K / (K - 1) sum (m - R d)^2 / (sum d)^2; null where that is too large for a number. */
    private static @Nullable Estimate estimate(double[] d, double[] m) {
        double ratio = m[0] / d[1];
        double squares = Math.max(0, m[1] - 2 * ratio * m[2] + ratio * ratio * d[2]);
        double variance = d[0] / (d[0] - 1) * squares / (d[1] * d[1]);
        return Double.isFinite(ratio) && Double.isFinite(variance) ? new Estimate(ratio, variance, (long) d[0]) : null;
    }
}
