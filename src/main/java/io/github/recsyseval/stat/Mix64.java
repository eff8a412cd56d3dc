package io.github.recsyseval.stat;

/**
 * A fixed 64-bit mixer: random-looking bits as a function of what they are for (seed, replicate, unit) instead of a
 * position in a sequence, so that threads, order and splits cannot change them.
 *
 * <p>Variant 13 of David Stafford's mixers ("Better Bit Mixing", 2011), the finaliser of SplitMix64 (Steele, Lea, Flood,
 * "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014).
 */
public final class Mix64 {

    private static final long GOLDEN_GAMMA = 0x9e37_79b9_7f4a_7c15L;

    private Mix64() {}

    /** A bijection of 64 bits in which every input bit changes every output bit with probability one half; mix(0) = 0. */
    public static long mix(long x) {
        long a = (x ^ x >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        long b = (a ^ a >>> 27) * 0x94d0_49bb_1331_11ebL;
        return b ^ b >>> 31;
    }

    /** The {@code index}-th number of the stream of {@code seed}; for index 0, 1, ... the outputs of SplitMix64(seed). */
    public static long at(long seed, long index) {
        return mix(seed + (index + 1) * GOLDEN_GAMMA);
    }
}
