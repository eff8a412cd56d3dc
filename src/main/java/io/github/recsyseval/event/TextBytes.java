package io.github.recsyseval.event;

/** Turns the characters of a parsed JSON string back into bytes. */
final class TextBytes {
    private TextBytes() {}

    /**
     * Encodes {@code chars[from, to)} as UTF-8 into {@code out}, which must have room for three bytes a char, and returns the
     * length. A lone surrogate (JSON can write one as an escape) becomes the three bytes of its code point, so that different ids
     * stay different.
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
