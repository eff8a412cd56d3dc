package io.github.recsyseval.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of rewritten lines, one behind the other. */
final class LineBuffer {
    /** Bytes behind the last line that exist and mean nothing, so that readers may look ahead without asking. */
    private static final int SLACK = 128;

    private byte[] bytes = new byte[1 << 12];
    private int length;

    /** The name of a field as JSON writes it before its value. */
    static byte[] name(String name) {
        return (Literal.quote(name) + ":").getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Forgets what was written from {@code length} on. */
    void cutTo(int length) {
        this.length = length;
    }

    void add(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    void add(byte[] from) {
        add(from, 0, from.length);
    }

    void add(byte[] source, int from, int to) {
        int count = to - from;
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole number in decimal digits, from 0 up. */
    void add(int number) {
        if (number < 10) {
            add((char) ('0' + number));
        } else {
            add(number / 10);
            add((char) ('0' + number % 10));
        }
    }

    private void reserve(int count) {
        if (bytes.length - SLACK - length < count) {
            long wanted = Math.max(2L * bytes.length, (long) length + count + SLACK);
            if (wanted > Integer.MAX_VALUE - 8) {
                wanted = Integer.MAX_VALUE - 8;
                if (wanted < (long) length + count + SLACK) {
                    throw new OutOfMemoryError("lines grow too long by the map");
                }
            }
            bytes = Arrays.copyOf(bytes, (int) wanted);
        }
    }
}
