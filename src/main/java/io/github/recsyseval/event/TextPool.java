package io.github.recsyseval.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Strings by their UTF-8 bytes, so that a slice value repeated in a million lines is decoded and kept once. Bounded: beyond its
 * capacity every call makes a new string, and so does every long text.
 */
final class TextPool {
    private static final int CAPACITY = 4096;
    private static final int MASK = 2 * CAPACITY - 1;

    /** Longer texts, in bytes, are not kept: no name is that long, and thousands of them would be without bound. */
    static final int LONGEST = 256;

    private final @Nullable String[] strings = new String[2 * CAPACITY];
    private final byte[][] texts = new byte[2 * CAPACITY][];
    private int size;

    /**
     * The string of {@code bytes[from, to)}.
     *
     * @param hash the {@link TextHash} of these bytes
     */
    String string(byte[] bytes, int from, int to, long hash) {
        int slot = (int) (hash ^ hash >>> 32) & MASK;
        while (true) {
            String known = strings[slot];
            if (known == null) {
                return add(bytes, from, to, slot);
            }
            byte[] text = texts[slot];
            if (text.length == to - from && isAt(text, bytes, from)) {
                return known;
            }
            slot = slot + 1 & MASK;
        }
    }

    /** By hand: for a dozen bytes the method of the library costs several times as much under the quick compiler. */
    private static boolean isAt(byte[] text, byte[] bytes, int from) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    private String add(byte[] bytes, int from, int to, int slot) {
        String added = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (size < CAPACITY && to - from <= LONGEST) {
            size++;
            strings[slot] = added;
            texts[slot] = Arrays.copyOfRange(bytes, from, to);
        }
        return added;
    }
}
