package io.github.recsyseval.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the names of context keys by their place in the object, because they repeat line after line, and knows which of them
 * are wanted.
 */
final class ContextNames {
    private static final int POSITIONS = 16;

    /**
     * A key that was met.
     *
     * @param length in bytes, both quotes included
     * @param slot where its values go; -1 when nobody wants them
     */
    record Name(int length, long hash, int slot) {}

    private final byte[][] wanted;
    private final @Nullable ByteRun[] texts = new ByteRun[POSITIONS];
    private final @Nullable Name[] guess = new Name[POSITIONS];

    ContextNames(List<String> wanted) {
        this.wanted =
                wanted.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }

    /** The name expected at a position, if it really is what stands there; otherwise null. */
    @Nullable Name expected(byte[] bytes, int at, int position) {
        int place = position & POSITIONS - 1;
        ByteRun text = texts[place];
        return text != null && text.isAt(bytes, at) ? guess[place] : null;
    }

    /** Takes note of the name whose quotes stand at {@code open} and {@code close}. */
    Name met(byte[] bytes, int open, int close, int position) {
        int slot = -1;
        for (int i = 0; i < wanted.length; i++) {
            if (Arrays.equals(wanted[i], 0, wanted[i].length, bytes, open + 1, close)) {
                slot = i;
            }
        }
        int length = close + 1 - open;
        Name name = new Name(length, TextHash.of(bytes, open + 1, close), slot);
        // Names beyond ASCII are looked at anew each time, so that nobody forgets to check their encoding; and very
        // long ones.
        if (length <= ByteRun.LONGEST && isAscii(bytes, open, close)) {
            guess[position & POSITIONS - 1] = name;
            texts[position & POSITIONS - 1] = new ByteRun(bytes, open, close + 1);
        }
        return name;
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
