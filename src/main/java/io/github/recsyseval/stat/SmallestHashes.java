package io.github.recsyseval.stat;

/**
 * How many distinct values there are, from the k smallest of their uniform 64-bit hashes: (k - 1) / u with u the largest of these as
 * a share of 2^64 (Bar-Yossef et al., RANDOM 2002; Beyer et al., SIGMOD 2007, where it is shown to be unbiased), with a relative
 * standard error of about 1 / sqrt(k - 2).
 */
public final class SmallestHashes {
    private static final double TWO_TO_64 = 0x1p64;

    private SmallestHashes() {}

    /**
     * The estimate.
     *
     * @param k at least 2
     * @param largest the largest of the k hashes, unsigned
     */
    public static double distinct(int k, long largest) {
        return (k - 1) / share(largest);
    }

    /** The relative standard error of {@link #distinct}; k is at least 3. */
    public static double relativeError(int k) {
        return 1 / Math.sqrt(k - 2.0);
    }

    /** An unsigned hash as a share of all hashes, above 0. */
    private static double share(long hash) {
        double unsigned = (hash >>> 1) * 2.0 + (hash & 1);
        return (unsigned + 1) / TWO_TO_64;
    }
}
