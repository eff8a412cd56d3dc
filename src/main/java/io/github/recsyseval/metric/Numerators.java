package io.github.recsyseval.metric;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The numerators of each pattern of requests; not to be written to.
 *
 * @param vectors by the number of the pattern, each with one numerator for every metric
 * @param blanks the patterns whose numerators are all 0 or NaN: requests without any outcome
 */
record Numerators(double[][] vectors, int[] blanks) {
    static final Numerators NONE = new Numerators(new double[0][]);

    Numerators(double[][] vectors) {
        this(vectors, blanks(vectors));
    }

    private static int[] blanks(double[][] vectors) {
        return IntStream.range(0, vectors.length)
                .filter(pattern -> Arrays.stream(vectors[pattern]).allMatch(value -> value == 0 || Double.isNaN(value)))
                .toArray();
    }

    int patterns() {
        return vectors.length;
    }

    /** How many numerators each has; 0 without patterns. */
    int width() {
        return vectors.length == 0 ? 0 : vectors[0].length;
    }

    double[] of(int pattern) {
        return vectors[pattern];
    }
}
