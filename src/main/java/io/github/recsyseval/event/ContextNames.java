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

    /** A key that was met: its bytes with both quotes, its hash, and where its values go; -1 when nobody wants them. */
    record Name(byte[] text, long hash, int slot) {
        boolean isAt(byte[] bytes, int at) {
            return Arrays.equals(text, 0, text.length, bytes, at, Math.min(at + text.length, bytes.length));
        }

        /** Both quotes included. */
        int length() {
            return text.length;
        }
    }

    private final byte[][] wanted;
    private final @Nullable Name[] guess = new Name[POSITIONS];

    ContextNames(List<String> wanted) {
        this.wanted =
                wanted.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }

    /** The name expected at a position, if it really is what stands there; otherwise null. */
    @Nullable Name expected(byte[] bytes, int at, int position) {
        Name name = guess[position & POSITIONS - 1];
        return name != null && name.isAt(bytes, at) ? name : null;
    }

    /** Takes note of the name whose quotes stand at {@code open} and {@code close}. */
    Name met(byte[] bytes, int open, int close, int position) {
        int slot = -1;
        for (int i = 0; i < wanted.length; i++) {
            if (Arrays.equals(wanted[i], 0, wanted[i].length, bytes, open + 1, close)) {
                slot = i;
            }
        }
        Name name = new Name(Arrays.copyOfRange(bytes, open, close + 1), TextHash.of(bytes, open + 1, close), slot);
        if (isAscii(name.text)) {
            // Others are looked at anew each time, so that nobody forgets to check their encoding.
            guess[position & POSITIONS - 1] = name;
        }
        return name;
    }

    private static boolean isAscii(byte[] text) {
        for (byte b : text) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
