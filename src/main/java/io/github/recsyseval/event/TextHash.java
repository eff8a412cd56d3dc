package io.github.recsyseval.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A quick 64-bit hash of short texts, for fingerprints and pools. Not for ids: two texts made for it collide, which
 * {@link IdHash} makes far harder.
 */
final class TextHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9FB21C651E98DF25L;

    private TextHash() {}

    /** The hash of {@code bytes[from, to)}. */
    static long of(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            hash = step(hash, (long) LONGS.get(bytes, at));
        }
        return step(hash, tail(bytes, at, to));
    }

    private static long step(long hash, long word) {
        long mixed = (hash ^ word) * FACTOR;
        return mixed ^ mixed >>> 29;
    }

    private static long tail(byte[] bytes, int at, int to) {
        if (at + 8 <= bytes.length) {
            return (long) LONGS.get(bytes, at) & ByteRun.mask(to - at);
        }
        long word = 0;
        for (int i = to - 1; i >= at; i--) {
            word = word << 8 | (bytes[i] & 0xff);
        }
        return word;
    }
}
