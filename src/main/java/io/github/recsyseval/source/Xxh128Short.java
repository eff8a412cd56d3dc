package io.github.recsyseval.source;

import static io.github.recsyseval.source.Xxh128Words.PRIME32_2;
import static io.github.recsyseval.source.Xxh128Words.PRIME64_1;
import static io.github.recsyseval.source.Xxh128Words.PRIME64_2;
import static io.github.recsyseval.source.Xxh128Words.PRIME64_4;
import static io.github.recsyseval.source.Xxh128Words.PRIME_MX2;
import static io.github.recsyseval.source.Xxh128Words.SECRET;
import static io.github.recsyseval.source.Xxh128Words.avalanche;
import static io.github.recsyseval.source.Xxh128Words.avalanche64;
import static io.github.recsyseval.source.Xxh128Words.fold;
import static io.github.recsyseval.source.Xxh128Words.half;
import static io.github.recsyseval.source.Xxh128Words.high;
import static io.github.recsyseval.source.Xxh128Words.secret;
import static io.github.recsyseval.source.Xxh128Words.word;

/** The hash of up to {@value #LONGEST} bytes, for which the specification has ways of its own. Results are {low, high}. */
final class Xxh128Short {
    static final int LONGEST = 240;

    private Xxh128Short() {}

    static long[] hash(byte[] in, int length) {
        if (length > 16) {
            return length <= 128 ? upTo128(in, length) : upTo240(in, length);
        }
        if (length > 8) {
            return upTo16(in, length);
        }
        if (length >= 4) {
            return upTo8(in, length);
        }
        return length > 0
                ? upTo3(in, length)
                : new long[] {avalanche64(secret(64) ^ secret(72)), avalanche64(secret(80) ^ secret(88))};
    }

    private static long[] upTo3(byte[] in, int length) {
        int combined = in[length - 1] & 0xff | length << 8 | (in[0] & 0xff) << 16 | (in[length >> 1] & 0xff) << 24;
        int turned = Integer.rotateLeft(Integer.reverseBytes(combined), 13);
        long low = Integer.toUnsignedLong(half(SECRET, 0) ^ half(SECRET, 4)) ^ Integer.toUnsignedLong(combined);
        long high = Integer.toUnsignedLong(half(SECRET, 8) ^ half(SECRET, 12)) ^ Integer.toUnsignedLong(turned);
        return new long[] {avalanche64(low), avalanche64(high)};
    }

    private static long[] upTo8(byte[] in, int length) {
        long combined = Integer.toUnsignedLong(half(in, 0)) | (long) half(in, length - 4) << 32;
        long value = secret(16) ^ secret(24) ^ combined;
        long factor = PRIME64_1 + ((long) length << 2);
        long low = value * factor;
        long high = high(value, factor) + (low << 1);
        low ^= high >>> 3;
        low = (low ^ low >>> 35) * PRIME_MX2;
        return new long[] {low ^ low >>> 28, avalanche(high)};
    }

    private static long[] upTo16(byte[] in, int length) {
        long first = word(in, 0);
        long last = word(in, length - 8);
        long one = secret(32) ^ secret(40) ^ first ^ last;
        long two = secret(48) ^ secret(56) ^ last;
        long low = one * PRIME64_1 + ((long) (length - 1) << 54);
        long high = high(one, PRIME64_1) + two + (two & 0xFFFFFFFFL) * (PRIME32_2 - 1);
        low ^= Long.reverseBytes(high);
        long product = high(low, PRIME64_2) + high * PRIME64_2;
        return new long[] {avalanche(low * PRIME64_2), avalanche(product)};
    }

    private static long[] upTo128(byte[] in, int length) {
        long[] sums = {length * PRIME64_1, 0};
        for (int i = (length - 1) >> 5; i >= 0; i--) {
            mix(sums, in, 16 * i, length - 16 * i - 16, 32 * i);
        }
        return finished(sums, length);
    }

    private static long[] upTo240(byte[] in, int length) {
        long[] sums = {length * PRIME64_1, 0};
        for (int i = 0; i < 4; i++) {
            mix(sums, in, 32 * i, 32 * i + 16, 32 * i);
        }
        sums[0] = avalanche(sums[0]);
        sums[1] = avalanche(sums[1]);
        for (int i = 4; i < length >> 5; i++) {
            mix(sums, in, 32 * i, 32 * i + 16, 32 * (i - 4) + 3);
        }
        mix(sums, in, length - 16, length - 32, 103);
        return finished(sums, length);
    }

    /** Mixes two pieces of 16 bytes. */
    private static void mix(long[] sums, byte[] in, int one, int two, int key) {
        sums[0] += fold(word(in, one) ^ secret(key), word(in, one + 8) ^ secret(key + 8));
        sums[1] += fold(word(in, two) ^ secret(key + 16), word(in, two + 8) ^ secret(key + 24));
        sums[0] ^= word(in, two) + word(in, two + 8);
        sums[1] ^= word(in, one) + word(in, one + 8);
    }

    private static long[] finished(long[] sums, long length) {
        long high = sums[0] * PRIME64_1 + sums[1] * PRIME64_4 + length * PRIME64_2;
        return new long[] {avalanche(sums[0] + sums[1]), -avalanche(high)};
    }
}
