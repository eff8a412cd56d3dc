package io.github.recsyseval.source;

import static io.github.recsyseval.source.Xxh128Words.PRIME32_1;
import static io.github.recsyseval.source.Xxh128Words.PRIME32_2;
import static io.github.recsyseval.source.Xxh128Words.PRIME32_3;
import static io.github.recsyseval.source.Xxh128Words.PRIME64_1;
import static io.github.recsyseval.source.Xxh128Words.PRIME64_2;
import static io.github.recsyseval.source.Xxh128Words.PRIME64_3;
import static io.github.recsyseval.source.Xxh128Words.PRIME64_4;
import static io.github.recsyseval.source.Xxh128Words.PRIME64_5;
import static io.github.recsyseval.source.Xxh128Words.SECRET;
import static io.github.recsyseval.source.Xxh128Words.avalanche;
import static io.github.recsyseval.source.Xxh128Words.fold;
import static io.github.recsyseval.source.Xxh128Words.secret;
import static io.github.recsyseval.source.Xxh128Words.secretWord;
import static io.github.recsyseval.source.Xxh128Words.word;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The 128-bit content hash XXH3 with seed 0, as {@code xxh128sum} prints it: several gigabytes a second on one thread. It tells files
 * apart; it does not withstand somebody who wants two files to look alike.
 *
 * <p>Source: xxHash specification 0.2.0, "XXH3 Algorithm Description" (github.com/Cyan4973/xxHash, doc/xxhash_spec.md).
 */
final class Xxh128 {
    private static final int STRIPE = 64;
    private static final int STRIPES_PER_BLOCK = 16;
    /** Where the secret of the last 64 bytes starts. */
    private static final int SECRET_LAST = SECRET.length - 71;

    private final long[] sums = {PRIME32_3, PRIME64_1, PRIME64_2, PRIME64_3, PRIME64_4, PRIME32_2, PRIME64_5, PRIME32_1
    };
    /** Bytes that are not in the sums yet: all of a short content, else the last 1 to 64. */
    private final byte[] rest = new byte[256];

    private int restLength;
    /** The 64 bytes that went into the sums last. */
    private final byte[] previous = new byte[STRIPE];

    private int stripesInBlock;
    private long length;

    /** Adds the next bytes. */
    void update(byte[] bytes, int offset, int count) {
        length += count;
        if (restLength + count <= rest.length) {
            System.arraycopy(bytes, offset, rest, restLength, count);
            restLength += count;
            return;
        }
        int at = offset;
        if (restLength > 0) {
            int missing = rest.length - restLength;
            System.arraycopy(bytes, at, rest, restLength, missing);
            at += missing;
            take(rest, 0, rest.length / STRIPE);
        }
        // At least one byte stays behind: the last stripe of a content is treated in its own way.
        int stripes = (offset + count - at - 1) / STRIPE;
        take(bytes, at, stripes);
        at += stripes * STRIPE;
        restLength = offset + count - at;
        System.arraycopy(bytes, at, rest, 0, restLength);
    }

    /** The hash of all bytes so far: 32 hexadecimal digits. */
    String hex() {
        long[] hash = length <= Xxh128Short.LONGEST ? Xxh128Short.hash(rest, (int) length) : longHash();
        return HexFormat.of().toHexDigits(hash[1]) + HexFormat.of().toHexDigits(hash[0]);
    }

    /** Takes whole stripes into the sums, and mixes these after every block. */
    private void take(byte[] bytes, int offset, int stripes) {
        int at = offset;
        for (int left = stripes; left > 0; ) {
            int part = Math.min(left, STRIPES_PER_BLOCK - stripesInBlock);
            accumulate(bytes, at, part);
            at += part * STRIPE;
            left -= part;
            stripesInBlock += part;
            if (stripesInBlock == STRIPES_PER_BLOCK) {
                scramble();
                stripesInBlock = 0;
            }
        }
        if (stripes > 0) {
            System.arraycopy(bytes, at - STRIPE, previous, 0, STRIPE);
        }
    }

    /** Adds stripes of one block; the sums are local variables for the sake of speed. */
    private void accumulate(byte[] bytes, int offset, int stripes) {
        long s0 = sums[0];
        long s1 = sums[1];
        long s2 = sums[2];
        long s3 = sums[3];
        long s4 = sums[4];
        long s5 = sums[5];
        long s6 = sums[6];
        long s7 = sums[7];
        for (int n = 0; n < stripes; n++) {
            int at = offset + n * STRIPE;
            int key = stripesInBlock + n;
            long w0 = word(bytes, at);
            long w1 = word(bytes, at + 8);
            long w2 = word(bytes, at + 16);
            long w3 = word(bytes, at + 24);
            long w4 = word(bytes, at + 32);
            long w5 = word(bytes, at + 40);
            long w6 = word(bytes, at + 48);
            long w7 = word(bytes, at + 56);
            s0 += w1 + halves(w0 ^ secretWord(key));
            s1 += w0 + halves(w1 ^ secretWord(key + 1));
            s2 += w3 + halves(w2 ^ secretWord(key + 2));
            s3 += w2 + halves(w3 ^ secretWord(key + 3));
            s4 += w5 + halves(w4 ^ secretWord(key + 4));
            s5 += w4 + halves(w5 ^ secretWord(key + 5));
            s6 += w7 + halves(w6 ^ secretWord(key + 6));
            s7 += w6 + halves(w7 ^ secretWord(key + 7));
        }
        sums[0] = s0;
        sums[1] = s1;
        sums[2] = s2;
        sums[3] = s3;
        sums[4] = s4;
        sums[5] = s5;
        sums[6] = s6;
        sums[7] = s7;
    }

    private static long halves(long value) {
        return (value & 0xFFFFFFFFL) * (value >>> 32);
    }

    private void scramble() {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = (sums[i] ^ sums[i] >>> 47 ^ secret(SECRET.length - STRIPE + 8 * i)) * PRIME32_1;
        }
    }

    /** Leaves the state as it is, so that more may follow. */
    private long[] longHash() {
        long[] kept = sums.clone();
        int keptStripes = stripesInBlock;
        int stripes = (restLength - 1) / STRIPE;
        accumulateRest(stripes);
        byte[] last = lastStripe();
        for (int i = 0; i < sums.length; i++) {
            sums[i ^ 1] += word(last, 8 * i);
            sums[i] += halves(word(last, 8 * i) ^ secret(SECRET_LAST + 8 * i));
        }
        long[] hash = {merged(length * PRIME64_1, 11), merged(~(length * PRIME64_2), SECRET.length - STRIPE - 11)};
        System.arraycopy(kept, 0, sums, 0, sums.length);
        stripesInBlock = keptStripes;
        return hash;
    }

    private void accumulateRest(int stripes) {
        byte[] before = previous.clone();
        take(rest, 0, stripes);
        System.arraycopy(before, 0, previous, 0, STRIPE);
    }

    /** The last 64 bytes of the content. */
    private byte[] lastStripe() {
        if (restLength >= STRIPE) {
            return Arrays.copyOfRange(rest, restLength - STRIPE, restLength);
        }
        byte[] last = Arrays.copyOfRange(previous, restLength, STRIPE + restLength);
        System.arraycopy(rest, 0, last, STRIPE - restLength, restLength);
        return last;
    }

    private long merged(long start, int secretOffset) {
        long result = start;
        for (int i = 0; i < sums.length; i += 2) {
            result += fold(sums[i] ^ secret(secretOffset + 8 * i), sums[i + 1] ^ secret(secretOffset + 8 * i + 8));
        }
        return avalanche(result);
    }
}
