package io.github.recsyseval.stat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Sample ratio mismatch: do the units (users, each counted once) split as they should? A small p-value (below 0.001 by custom;
 * Fabijan et al., KDD 2019) means that assignment or logging is broken and no comparison of the arms can be trusted.
 *
 * <p>Pearson's chi-square, X2 = sum (O - E)^2 / E over all expected arms, also those without a single unit. Where an arm
 * expects fewer than {@value ChiSquare#FEWEST_EXPECTED} units the test is exact: binomial for two arms, multinomial for more as long as that is feasible.
 *
 * @param statistic X2
 * @param degreesOfFreedom arms with a weight above 0, less one
 * @param pValue of the hypothesis that the weights hold; 1 without units
 * @param method {@code chi_square}, {@code exact_binomial} or {@code exact_multinomial}
 */
public record SampleRatioTest(double statistic, int degreesOfFreedom, PValue pValue, String method) {

    /**
     * Tests the counts of all expected arms.
     *
     * @param observed units per arm, 0 for an arm that is missing
     * @param weights intended split, in any unit; an arm with weight 0 must have no units
     * @throws IllegalArgumentException for fewer than two arms with a weight, or units in an arm without
     */
    public static SampleRatioTest of(long[] observed, double[] weights) {
        int[] arms = armsWithWeight(observed, weights);
        long[] counts = IntStream.of(arms).mapToLong(arm -> observed[arm]).toArray();
        double total = DoubleStream.of(weights).sum();
        long units = LongStream.of(counts).sum();
        double[] expected = IntStream.of(arms)
                .mapToDouble(arm -> units * weights[arm] / total)
                .toArray();
        double smallest = DoubleStream.of(expected).min().orElseThrow();
        double statistic = units == 0 ? 0 : chiSquare(counts, expected);
        int df = arms.length - 1;
        if (smallest < ChiSquare.FEWEST_EXPECTED) {
            double[] shares =
                    IntStream.of(arms).mapToDouble(arm -> weights[arm] / total).toArray();
            if (arms.length == 2 && units <= Integer.MAX_VALUE) {
                PValue p = new BinomialTest((int) counts[0], (int) units, shares[0]).pValue();
                return new SampleRatioTest(statistic, df, p, "exact_binomial");
            }
            if (ExactMultinomial.isFeasible(units, arms.length)) {
                PValue p = ExactMultinomial.pValue(counts, shares);
                return new SampleRatioTest(statistic, df, p, "exact_multinomial");
            }
        }
        return new SampleRatioTest(statistic, df, ChiSquare.upperTail(statistic, df), "chi_square");
    }

    private static int[] armsWithWeight(long[] observed, double[] weights) {
        if (observed.length != weights.length) {
            throw new IllegalArgumentException(observed.length + " counts for " + weights.length + " weights");
        }
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY) || observed[i] < 0) {
                throw new IllegalArgumentException("not an arm: " + observed[i] + " units, weight " + weights[i]);
            }
            if (weights[i] == 0 && observed[i] > 0) {
                throw new IllegalArgumentException(observed[i] + " units in an arm of weight 0");
            }
        }
        int[] arms =
                IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
        if (arms.length < 2) {
            throw new IllegalArgumentException("a split has at least two arms with a weight above 0");
        }
        return arms;
    }

    private static double chiSquare(long[] observed, double[] expected) {
        double sum = 0;
        for (int i = 0; i < observed.length; i++) {
            double deviation = observed[i] - expected[i];
            sum += deviation * deviation / expected[i];
        }
        return sum;
    }
}
