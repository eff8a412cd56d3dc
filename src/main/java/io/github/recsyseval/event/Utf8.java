package io.github.recsyseval.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Strict UTF-8: what RFC 3629 allows, and no more. JSON parsers are laxer (overlong forms, encoded surrogates). */
public final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /** Whether {@code bytes[from, to)} is well-formed. */
    public static boolean isValid(byte[] bytes, int from, int to) {
        return firstInvalid(bytes, from, to) < 0;
    }

    /** The index of the first byte of the first malformed sequence in {@code bytes[from, to)}, or -1. */
    public static int firstInvalid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (at + 8 <= to && ((long) LONGS.get(bytes, at) & HIGH_BITS) == 0) {
                at += 8;
            } else if (bytes[at] >= 0) {
                at++;
            } else {
                int length = sequenceLength(bytes, at, to);
                if (length == 0) {
                    return at;
                }
                at += length;
            }
        }
        return -1;
    }

    /** Whether {@code bytes[from, to)} could be the beginning of a character whose other bytes are yet to come. */
    public static boolean isBeginning(byte[] bytes, int from, int to) {
        int lead = bytes[from] & 0xff;
        int length = lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        return to - from < length && continues(bytes, from + 1, to, to - from - 1);
    }

    /** The length of the multi-byte sequence at {@code at}, or 0 when it is malformed. */
    private static int sequenceLength(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xff;
        if (lead >= 0xc2 && lead <= 0xdf) {
            return continues(bytes, at + 1, to, 1) ? 2 : 0;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            if (!continues(bytes, at + 1, to, 2)) {
                return 0;
            }
            int second = bytes[at + 1] & 0xff;
            return lead == 0xe0 && second < 0xa0 || lead == 0xed && second > 0x9f ? 0 : 3;
        }
        if (lead >= 0xf0 && lead <= 0xf4) {
            if (!continues(bytes, at + 1, to, 3)) {
                return 0;
            }
            int second = bytes[at + 1] & 0xff;
            return lead == 0xf0 && second < 0x90 || lead == 0xf4 && second > 0x8f ? 0 : 4;
        }
        return 0;
    }

    private static boolean continues(byte[] bytes, int at, int to, int count) {
        if (at + count > to) {
            return false;
        }
        for (int i = at; i < at + count; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The text with each half of a surrogate pair, which JSON can write as an escape, as U+FFFD, as Go reads it from JSON. */
    public static String wellFormed(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    /**
     * Encodes {@code chars[from, to)} into {@code out}, which must have room for three bytes a char, and returns the length. A lone
     * surrogate (JSON can write one as an escape) becomes the three bytes of its code point, so different ids stay different.
     */
    static int encode(char[] chars, int from, int to, byte[] out) {
        int length = 0;
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (c < 0x80) {
                out[length++] = (byte) c;
            } else if (c < 0x800) {
                out[length++] = (byte) (0xc0 | c >> 6);
                out[length++] = (byte) (0x80 | c & 0x3f);
            } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(chars[i + 1])) {
                int code = Character.toCodePoint(c, chars[++i]);
                out[length++] = (byte) (0xf0 | code >> 18);
                out[length++] = (byte) (0x80 | code >> 12 & 0x3f);
                out[length++] = (byte) (0x80 | code >> 6 & 0x3f);
                out[length++] = (byte) (0x80 | code & 0x3f);
            } else {
                out[length++] = (byte) (0xe0 | c >> 12);
                out[length++] = (byte) (0x80 | c >> 6 & 0x3f);
                out[length++] = (byte) (0x80 | c & 0x3f);
            }
        }
        return length;
    }
}
