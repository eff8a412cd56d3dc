package io.github.recsyseval.stat;

import java.util.Arrays;

/**
 * Are numbers spread evenly over [0, 1], as p-values are where nothing is going on? The largest distance between their empirical
 * distribution and the even one, D, and its p-value from the limiting distribution of Kolmogorov (1933), P(sqrt(n) D &gt; x) = 2 sum
 * (-1)^(k-1) exp(-2 k^2 x^2). Meant for a hundred numbers or more.
 *
 * @param statistic D
 * @param pValue of "evenly spread"; 1 without numbers
 */
public record Kolmogorov(double statistic, double pValue) {
    private static final int MOST_TERMS = 200;
    private static final double NEGLIGIBLE = 1e-18;

    /** The test of numbers in [0, 1]. */
    public static Kolmogorov uniform(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            distance = Math.max(distance, Math.max((i + 1.0) / n - sorted[i], sorted[i] - (double) i / n));
        }
        return new Kolmogorov(distance, tail(Math.sqrt(n) * distance));
    }

    private static double tail(double x) {
        // The series is slow where its sum is 1 to all digits.
        if (x < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= MOST_TERMS; k++) {
            double term = Math.exp(-2 * k * k * x * x);
            sum += k % 2 == 1 ? term : -term;
            if (term < NEGLIGIBLE) {
                break;
            }
        }
        return Math.max(0, Math.min(1, 2 * sum));
    }
}
