package io.github.recsyseval.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A JSON string of at most 24 bytes, quotes included, that is recognised eight bytes at a time: the name of a field, or one of
 * the values of an enumeration.
 *
 * <p>{@link #isAt} reads up to 24 bytes from where it looks, whatever the length; callers see to it that they exist.
 */
final class Key {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST = 24;

    final String name;
    /** One bit of its own among the keys of an object. */
    final int bit;
    /** Bytes, both quotes included. */
    final int length;

    private final long[] words = new long[3];
    private final long first;
    private final long second;
    private final long secondMask;
    private final long firstMask;

    Key(String name, int bit) {
        byte[] text = ('"' + name + '"').getBytes(StandardCharsets.US_ASCII);
        if (text.length > LONGEST) {
            throw new IllegalArgumentException("too long a key: " + name);
        }
        this.name = name;
        this.bit = bit;
        length = text.length;
        for (int i = 0; i < length; i++) {
            words[i >> 3] |= (long) text[i] << 8 * (i & 7);
        }
        first = words[0];
        second = words[1];
        firstMask = mask(length);
        secondMask = mask(length - 8);
    }

    /** The bits of the first {@code bytes} bytes of a word. */
    static long mask(int bytes) {
        return bytes >= 8 ? -1 : bytes <= 0 ? 0 : (1L << 8 * bytes) - 1;
    }

    /** Whether the string stands at the given place. */
    boolean isAt(byte[] bytes, int at) {
        return (((long) LONGS.get(bytes, at) ^ first) & firstMask) == 0
                && (((long) LONGS.get(bytes, at + 8) ^ second) & secondMask) == 0
                && (length <= 16 || (((long) LONGS.get(bytes, at + 16) ^ words[2]) & mask(length - 16)) == 0);
    }
}
