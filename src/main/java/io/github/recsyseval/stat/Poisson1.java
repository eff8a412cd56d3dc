package io.github.recsyseval.stat;

/**
 * Poisson numbers of mean 1 from random bits, by inversion: the smallest w whose P(W &lt;= w) exceeds the upper 53 bits, read as a
 * fraction. Probabilities are right to 2^-52; no weight exceeds {@value #LARGEST}.
 */
final class Poisson1 {

    /** P(W &gt; 17) is 6e-17, less than 53 bits can tell apart. */
    static final int LARGEST = 17;

    private static final double BITS_53 = 0x1p53;
    private static final long[] UP_TO = new long[LARGEST];

    static {
        double probability = StrictMath.exp(-1);
        double sum = 0;
        for (int w = 0; w < LARGEST; w++) {
            sum += probability;
            UP_TO[w] = (long) (sum * BITS_53);
            probability /= w + 1;
        }
    }

    private static final long UP_TO_0 = UP_TO[0];
    private static final long UP_TO_1 = UP_TO[1];
    private static final long UP_TO_2 = UP_TO[2];
    private static final long UP_TO_3 = UP_TO[3];

    private Poisson1() {}

    /** The weight of 64 random bits. */
    static int of(long bits) {
        long u = bits >>> 11;
        if (u >= UP_TO_3) {
            return rare(u);
        }
        // counts the thresholds at or below u without a branch that could be mispredicted
        return 3 + (int) ((u - UP_TO_0 >> 63) + (u - UP_TO_1 >> 63) + (u - UP_TO_2 >> 63));
    }

    private static int rare(long u) {
        int w = 4;
        while (w < LARGEST && u >= UP_TO[w]) {
            w++;
        }
        return w;
    }
}
