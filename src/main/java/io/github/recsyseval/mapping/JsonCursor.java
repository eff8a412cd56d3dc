package io.github.recsyseval.mapping;

import io.github.recsyseval.event.StrictJson;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the ends of JSON values in bytes, as RFC 8259 has them and no other way: what it passes is JSON (given UTF-8, nested no
 * deeper than is read at all), and about anything else it says {@link #NO}. Methods take the position of a value's first byte and
 * return the one behind its last.
 */
final class JsonCursor {
    static final int NO = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long BLANKS = ONES * ' ';

    private JsonCursor() {}

    static int blanks(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return at;
    }

    /** @param depth how many arrays and objects the value stands in */
    static int value(byte[] bytes, int at, int end, int depth) {
        if (at >= end) {
            return NO;
        }
        return switch (bytes[at]) {
            case '"' -> string(bytes, at, end);
            case '{' -> object(bytes, at, end, depth + 1);
            case '[' -> array(bytes, at, end, depth + 1);
            case 't' -> word(bytes, at, end, "true");
            case 'f' -> word(bytes, at, end, "false");
            case 'n' -> word(bytes, at, end, "null");
            default -> number(bytes, at, end);
        };
    }

    /**
     * As {@link #value}, but of arrays and objects only the brackets and strings are looked at. For values that are copied as they
     * are, so that their reader finds out what is wrong inside: the end is right for whatever is JSON, and what is none before stays
     * none when it is copied.
     */
    static int verbatim(byte[] bytes, int from, int end) {
        if (from >= end || bytes[from] != '[' && bytes[from] != '{') {
            return value(bytes, from, end, 0);
        }
        int depth = 0;
        int at = from;
        do {
            byte b = bytes[at++];
            if (b == '"') {
                at = behindString(bytes, at, end);
            } else if (b == '[' || b == '{') {
                depth++;
            } else if (b == ']' || b == '}') {
                depth--;
            }
        } while (depth > 0 && at < end);
        return depth == 0 && at <= end ? at : NO;
    }

    private static int behindString(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private static int object(byte[] bytes, int from, int end, int depth) {
        int at = blanks(bytes, from + 1, end);
        if (depth > StrictJson.MAX_DEPTH || at >= end) {
            return NO;
        }
        if (bytes[at] == '}') {
            return at + 1;
        }
        while (true) {
            at = colon(bytes, string(bytes, at, end), end);
            at = at == NO ? NO : value(bytes, at, end, depth);
            at = at == NO ? NO : blanks(bytes, at, end);
            if (at == NO || at >= end || bytes[at] != ',') {
                return at != NO && at < end && bytes[at] == '}' ? at + 1 : NO;
            }
            at = blanks(bytes, at + 1, end);
        }
    }

    private static int array(byte[] bytes, int from, int end, int depth) {
        int at = blanks(bytes, from + 1, end);
        if (depth > StrictJson.MAX_DEPTH || at >= end) {
            return NO;
        }
        if (bytes[at] == ']') {
            return at + 1;
        }
        while (true) {
            at = value(bytes, at, end, depth);
            at = at == NO ? NO : blanks(bytes, at, end);
            if (at == NO || at >= end || bytes[at] != ',') {
                return at != NO && at < end && bytes[at] == ']' ? at + 1 : NO;
            }
            at = blanks(bytes, at + 1, end);
        }
    }

    /** The value behind the colon that follows a name, which ends at {@code from}. */
    static int colon(byte[] bytes, int from, int end) {
        if (from == NO) {
            return NO;
        }
        int at = blanks(bytes, from, end);
        return at < end && bytes[at] == ':' ? blanks(bytes, at + 1, end) : NO;
    }

    static int string(byte[] bytes, int from, int end) {
        if (from >= end || bytes[from] != '"') {
            return NO;
        }
        int at = from + 1;
        while (at < end) {
            at = special(bytes, at, end);
            if (at >= end) {
                return NO;
            }
            if (bytes[at] == '"') {
                return at + 1;
            }
            at = bytes[at] == '\\' ? escape(bytes, at, end) : NO;
            if (at == NO) {
                return NO;
            }
        }
        return NO;
    }

    /** The first quote, backslash or control character from {@code from} on, or {@code end} or beyond. */
    private static int special(byte[] bytes, int from, int end) {
        int at = from;
        for (; at + 8 <= bytes.length && at < end; at += 8) {
            long word = (long) LONGS.get(bytes, at);
            long quote = word ^ QUOTES;
            long backslash = word ^ BACKSLASHES;
            // Of these marks the lowest is always true; only above it there may be false ones.
            long marks =
                    ((quote - ONES & ~quote) | (backslash - ONES & ~backslash) | (word - BLANKS & ~word)) & HIGH_BITS;
            if (marks != 0) {
                return at + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
        }
        while (at < end && bytes[at] != '"' && bytes[at] != '\\' && (bytes[at] < 0 || bytes[at] >= ' ')) {
            at++;
        }
        return at;
    }

    private static int escape(byte[] bytes, int at, int end) {
        if (at + 1 >= end) {
            return NO;
        }
        return switch (bytes[at + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
            case 'u' -> {
                boolean hex = at + 6 <= end;
                for (int i = at + 2; hex && i < at + 6; i++) {
                    hex = Character.digit((char) bytes[i], 16) >= 0;
                }
                yield hex ? at + 6 : NO;
            }
            default -> NO;
        };
    }

    private static int word(byte[] bytes, int at, int end, String word) {
        if (at + word.length() > end) {
            return NO;
        }
        for (int i = 1; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return NO;
            }
        }
        return at + word.length();
    }

    static int number(byte[] bytes, int from, int end) {
        int start = from < end && bytes[from] == '-' ? from + 1 : from;
        int at = digits(bytes, start, end);
        if (at == start || bytes[start] == '0' && at > start + 1) {
            return NO;
        }
        if (at < end && bytes[at] == '.') {
            int fraction = at + 1;
            at = digits(bytes, fraction, end);
            if (at == fraction) {
                return NO;
            }
        }
        if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
            int exponent = at + 1;
            exponent += exponent < end && (bytes[exponent] == '+' || bytes[exponent] == '-') ? 1 : 0;
            at = digits(bytes, exponent, end);
            if (at == exponent) {
                return NO;
            }
        }
        return at;
    }

    private static int digits(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }
}
