package io.github.recsyseval.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Says which lines can hold one of a few ids, by their bytes. A JSON string holds its text verbatim unless it has an escape, and an
 * escape begins with a backslash: so a line with neither the id nor a backslash holds the id nowhere. One instance serves one thread.
 */
final class Needles {
    /** Looking for more ids than this costs more than reading every line. */
    private static final int MOST = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BACKSLASHES = 0x5c * ONES;

    /** One id and how far a search may leap when the byte under its last place is not its last (Horspool's rule). */
    private record Needle(String id, byte[] text, int[] leap) {
        static Needle of(String id) {
            byte[] text = id.getBytes(StandardCharsets.UTF_8);
            int[] leap = new int[256];
            java.util.Arrays.fill(leap, text.length);
            for (int i = 0; i < text.length - 1; i++) {
                leap[text[i] & 0xff] = text.length - 1 - i;
            }
            return new Needle(id, text, leap);
        }

        /** Where the id first stands in {@code bytes[from, to)}; {@code to} when it does not. */
        int find(byte[] bytes, int from, int to) {
            int last = text.length - 1;
            for (int end = from + last; end < to; end += leap[bytes[end] & 0xff]) {
                int i = last;
                while (bytes[end - last + i] == text[i]) {
                    if (i-- == 0) {
                        return end - last;
                    }
                }
            }
            return to;
        }

        /** Whether it stands somewhere in quotes behind a colon. */
        boolean isValueIn(byte[] bytes, int from, int to) {
            for (int at = find(bytes, from, to); at < to; at = find(bytes, at + 1, to)) {
                int after = at + text.length;
                if (after < to && bytes[after] == '"' && at > from && bytes[at - 1] == '"') {
                    int before = at - 2;
                    while (before >= from && isBlank(bytes[before])) {
                        before--;
                    }
                    if (before >= from && bytes[before] == ':') {
                        return true;
                    }
                }
            }
            return false;
        }

        private static boolean isBlank(byte b) {
            return b == ' ' || b == '\t';
        }
    }

    private final List<Needle> needles;
    private final boolean all;
    private int[] next = new int[0];

    private Needles(List<Needle> needles, boolean all) {
        this.needles = needles;
        this.all = all;
    }

    /** Of ids that are not empty. */
    static Needles of(Collection<String> ids) {
        boolean tooMany = ids.size() > MOST;
        return new Needles(tooMany ? List.of() : ids.stream().map(Needle::of).toList(), tooMany);
    }

    /** Any line may be wanted. */
    static Needles any() {
        return new Needles(List.of(), true);
    }

    /** The same search, for another thread. */
    Needles copy() {
        return new Needles(needles, all);
    }

    /** Called before the first line of a chunk. */
    void begin() {
        next = new int[needles.size() + 1];
        java.util.Arrays.fill(next, -1);
    }

    /**
     * Whether the line {@code bytes[from, to)} must be read. Lines are asked about in their order.
     *
     * @param end where the chunk ends
     */
    boolean mayBeIn(byte[] bytes, int from, int to, int end) {
        if (all) {
            return true;
        }
        boolean found = false;
        for (int i = 0; i < next.length; i++) {
            if (next[i] < from) {
                next[i] = i < needles.size() ? needles.get(i).find(bytes, from, end) : backslash(bytes, from, end);
            }
            found |= next[i] < to;
        }
        return found;
    }

    /** The id that is the whole of a quoted value in {@code bytes[from, to)}, which need not be JSON, if one is. */
    Optional<String> valueIn(byte[] bytes, int from, int to) {
        return needles.stream()
                .filter(needle -> needle.isValueIn(bytes, from, to))
                .map(Needle::id)
                .findFirst();
    }

    private static int backslash(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long word = (long) LONGS.get(bytes, at) ^ BACKSLASHES;
            long zeros = (word - ONES) & ~word & HIGH_BITS;
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        while (at < to && bytes[at] != '\\') {
            at++;
        }
        return at;
    }
}
