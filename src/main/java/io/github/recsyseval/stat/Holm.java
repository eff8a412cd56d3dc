package io.github.recsyseval.stat;

import java.util.stream.IntStream;

/**
 * Holm's step-down correction (Scandinavian Journal of Statistics 6, 1979): rejecting adjusted p-values below alpha makes one
 * false claim or more in a whole family with probability at most alpha, whatever the dependence.
 */
public final class Holm {

    private Holm() {}

    /**
     * Adjusted p-values, in the order of the input: with p_(1) &lt;= ... &lt;= p_(n), the running maximum of
     * (n - i + 1) p_(i), at most 1. Empty for none.
     */
    public static double[] adjusted(double[] p) {
        int[] ascending = ascending(p);
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int i = 0; i < p.length; i++) {
            largest = Math.max(largest, Math.min(1, (p.length - i) * p[ascending[i]]));
            adjusted[ascending[i]] = largest;
        }
        return adjusted;
    }

    /** Indices of the p-values from the smallest to the largest, ties in input order; refuses what is no probability. */
    static int[] ascending(double[] p) {
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("not a p-value: " + value);
            }
        }
        return IntStream.range(0, p.length)
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
