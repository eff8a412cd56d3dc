package io.github.recsyseval.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * At most 24 known bytes that are recognised eight at a time.
 *
 * <p>{@link #isAt} reads 24 bytes from where it looks, whatever the length; callers see to it that they exist.
 */
class ByteRun {
    static final int LONGEST = 24;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** How many bytes. */
    final int length;

    private final long first;
    private final long firstMask;
    private final long second;
    private final long secondMask;
    private final long third;

    /** Takes note of {@code text[from, to)}. */
    ByteRun(byte[] text, int from, int to) {
        length = to - from;
        if (length > LONGEST) {
            throw new IllegalArgumentException("more than " + LONGEST + " bytes");
        }
        long[] words = new long[LONGEST / Long.BYTES];
        for (int i = 0; i < length; i++) {
            words[i >> 3] |= (text[from + i] & 0xffL) << 8 * (i & 7);
        }
        first = words[0];
        firstMask = mask(length);
        second = words[1];
        secondMask = mask(length - 8);
        third = words[2];
    }

    /** The bits of the first {@code bytes} bytes of a word. */
    static long mask(int bytes) {
        return bytes >= 8 ? -1 : bytes <= 0 ? 0 : (1L << 8 * bytes) - 1;
    }

    /** Whether these bytes stand at the given place. */
    final boolean isAt(byte[] bytes, int at) {
        return (((long) LONGS.get(bytes, at) ^ first) & firstMask) == 0
                && (((long) LONGS.get(bytes, at + 8) ^ second) & secondMask) == 0
                && (length <= 16 || (((long) LONGS.get(bytes, at + 16) ^ third) & mask(length - 16)) == 0);
    }
}
