package io.github.recsyseval.sample.world;

/**
 * Counter-based randomness: a pure function of (seed, purpose, index, sub-index).
 *
 * <p>There is no state and no sequence, so one more draw for one purpose never shifts another, and whoever asks in whatever order gets the
 * same answer. Bits come from the finaliser of SplitMix64 (Steele, Lea, Flood 2014); only {@link StrictMath} is used on top, so every JDK
 * gives the same bits.
 */
public final class Die {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long key;

    /** A die for one purpose; dice of different purposes or seeds are independent. */
    public Die(long seed, String purpose) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < purpose.length(); i++) {
            hash = (hash ^ purpose.charAt(i)) * 0x100000001B3L;
        }
        this.key = mix(mix(seed + GOLDEN) ^ hash);
    }

    /** 64 random bits for {@code index}. */
    public long bits(long index) {
        return mix(key + mix(index * GOLDEN + GOLDEN));
    }

    /** 64 random bits for {@code (index, sub)}. */
    public long bits(long index, long sub) {
        return mix(bits(index) + GOLDEN * (sub + 1));
    }

    /** Uniform in [0, 1). */
    public double uniform(long index) {
        return (bits(index) >>> 11) * 0x1p-53;
    }

    /** Uniform in [0, 1). */
    public double uniform(long index, long sub) {
        return (bits(index, sub) >>> 11) * 0x1p-53;
    }

    /** Uniform in 0 .. bound-1. */
    public int below(int bound, long index, long sub) {
        return (int) (uniform(index, sub) * bound);
    }

    /** True for a share {@code rate} of all indices; those hit at one rate are hit at every higher rate too. */
    public boolean hits(double rate, long index) {
        return uniform(index) < rate;
    }

    /** Log-normal with the given median and sigma of the logarithm, by Box and Muller's transform. */
    public double logNormal(double median, double sigma, long index, long sub) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(index, 2 * sub)));
        double normal = radius * StrictMath.cos(2 * StrictMath.PI * uniform(index, 2 * sub + 1));
        return median * StrictMath.exp(sigma * normal);
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
