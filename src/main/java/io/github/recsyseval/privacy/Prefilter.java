package io.github.recsyseval.privacy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells at a glance, from the bytes of a line, that it surely holds no personal data. It may send a line to the closer look in
 * vain, and does so with about one in a hundred of ordinary lines; it must never keep one back.
 *
 * <p>Three signs are looked for, eight bytes at a time: an at sign; a full stop or colon between digits, as in IP addresses, or
 * before {@code eyJ}, as in tokens; and long runs of digits, separators and capitals, found by looking at every eleventh byte.
 */
final class Prefilter {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long QUOTES = 0x2222222222222222L;
    private static final long AT_SIGNS = 0x4040404040404040L;

    /** {@code .} and {@code :} (and {@code *} and {@code >}) are 0x2a but for two bits. */
    private static final long WITHOUT_TWO_BITS = 0xebebebebebebebebL;

    private static final long STOPS = 0x2a2a2a2a2a2a2a2aL;

    /** The shortest phone number that is looked for, with its plus sign or separators; cards and IBANs are longer. */
    static final int SHORTEST_RUN = 11;

    /** Phone numbers have at least so many digits; cards have more. */
    private static final int FEWEST_DIGITS = 10;

    private static final int HALF_RUN = SHORTEST_RUN / 2;

    private static final byte DIGIT = 1;
    private static final byte NUMBER_PART = 1 << 1;
    private static final byte CAPITAL_OR_DIGIT = 1 << 2;
    private static final byte HEX = 1 << 3;
    private static final byte[] CLASS = classes();

    private Prefilter() {}

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (char c = '0'; c <= '9'; c++) {
            classes[c] = DIGIT | NUMBER_PART | CAPITAL_OR_DIGIT | HEX;
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            classes[c] = c <= 'F' ? CAPITAL_OR_DIGIT | HEX : CAPITAL_OR_DIGIT;
        }
        for (char c = 'a'; c <= 'f'; c++) {
            classes[c] = HEX;
        }
        for (char c : " -+()./".toCharArray()) {
            classes[c] = NUMBER_PART;
        }
        classes[' '] |= CAPITAL_OR_DIGIT;
        return classes;
    }

    /** Whether {@code bytes[from, to)} may hold personal data. Escapes ({@code \}{@code u0040}) are not seen through. */
    static boolean maySignal(byte[] bytes, int from, int to) {
        return signs(bytes, from, to) || runs(bytes, from, to);
    }

    private static boolean signs(byte[] bytes, int from, int to) {
        int at = from;
        long quoteBefore = 0;
        for (; at + 8 <= to; at += 8) {
            long word = (long) LONGS.get(bytes, at);
            if (zeros(word ^ AT_SIGNS) != 0) {
                return true;
            }
            // The colon behind the closing quote of a key is by far the most frequent, and is left out here.
            long quotes = zeros(word ^ QUOTES);
            long stops = zeros(word & WITHOUT_TWO_BITS ^ STOPS) & ~(quotes << 8 | quoteBefore);
            quoteBefore = quotes >>> 56;
            while (stops != 0) {
                if (stopSignals(bytes, at + (Long.numberOfTrailingZeros(stops) >>> 3), from, to)) {
                    return true;
                }
                stops &= stops - 1;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == '@' || stopSignals(bytes, at, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** A word whose bytes have the high bit exactly where the given word has a zero byte. */
    private static long zeros(long word) {
        return ~((word & LOW_BITS) + LOW_BITS | word | LOW_BITS);
    }

    private static boolean stopSignals(byte[] bytes, int at, int from, int to) {
        if (at == from || at + 3 >= to) {
            return false;
        }
        int before = bytes[at - 1];
        if (before == '"') {
            return false;
        }
        if (bytes[at] == '.') {
            return is(bytes[at + 1], DIGIT)
                    ? is(before, DIGIT) && isAddress(bytes, at, from, to, '.', 3)
                    : bytes[at + 1] == 'e' && bytes[at + 2] == 'y' && bytes[at + 3] == 'J';
        }
        return bytes[at] == ':'
                && (bytes[at + 1] == ':'
                        || is(before, HEX) && is(bytes[at + 1], HEX) && isAddress(bytes, at, from, to, ':', 7));
    }

    /** Whether around a separator stand {@code count} of them, with nothing but hexadecimal digits between. */
    private static boolean isAddress(byte[] bytes, int at, int from, int to, char separator, int count) {
        int separators = 0;
        int i = at;
        while (i > from && (bytes[i - 1] == separator || is(bytes[i - 1], HEX))) {
            i--;
        }
        for (; i < to && (bytes[i] == separator || is(bytes[i], HEX)); i++) {
            separators += bytes[i] == separator ? 1 : 0;
        }
        return separators >= count || (separator == ':' && separators >= 2 && doubled(bytes, at, to));
    }

    private static boolean doubled(byte[] bytes, int at, int to) {
        for (int i = at; i + 1 < to && (bytes[i] == ':' || is(bytes[i], HEX)); i++) {
            if (bytes[i] == ':' && bytes[i + 1] == ':') {
                return true;
            }
        }
        return false;
    }

    private static boolean runs(byte[] bytes, int from, int to) {
        for (int at = from + SHORTEST_RUN - 1; at < to; at += SHORTEST_RUN) {
            int kind = CLASS[bytes[at] & 0xff] & (NUMBER_PART | CAPITAL_OR_DIGIT);
            if (kind != 0 && isInRun(bytes, at, from, to, kind)) {
                return true;
            }
        }
        return false;
    }

    /** A run of eleven or more that holds {@code at} also holds the five bytes before or the five bytes after it. */
    private static boolean isInRun(byte[] bytes, int at, int from, int to, int kind) {
        int before = at - HALF_RUN < from ? 0 : kind & CLASS[bytes[at - HALF_RUN] & 0xff];
        int after = at + HALF_RUN >= to ? 0 : kind & CLASS[bytes[at + HALF_RUN] & 0xff];
        return ((before | after) & NUMBER_PART) != 0 && isLong(bytes, at, from, to)
                || ((before | after) & CAPITAL_OR_DIGIT) != 0 && isAccount(bytes, at, from, to);
    }

    private static boolean isLong(byte[] bytes, int at, int from, int to) {
        int start = at;
        while (start > from && is(bytes[start - 1], NUMBER_PART)) {
            start--;
        }
        int digits = 0;
        int dashes = 0;
        int end = start;
        for (; end < to && is(bytes[end], NUMBER_PART); end++) {
            digits += is(bytes[end], DIGIT) ? 1 : 0;
            dashes += bytes[end] == '-' ? 1 : 0;
        }
        if (end - start < SHORTEST_RUN || digits < FEWEST_DIGITS || isJsonNumber(bytes, start, from)) {
            return false;
        }
        boolean inWord = start > from && isWordPart(bytes[start - 1]) && !isEscape(bytes, start, from)
                || end < to && isWordPart(bytes[end]);
        return digits + dashes < end - start || !inWord;
    }

    /** Digits and dashes next to letters belong to an id, such as a UUID; cards and phone numbers stand apart. */
    private static boolean isWordPart(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_';
    }

    /** Whether the letter before {@code start} is part of an escape such as that of the plus sign, which some writers use. */
    private static boolean isEscape(byte[] bytes, int start, int from) {
        return start - 2 >= from && bytes[start - 2] == '\\' || start - 6 >= from && bytes[start - 6] == '\\';
    }

    /** A quote and a colon can stand before the value of a key only, and what begins without a quote there is a number. */
    private static boolean isJsonNumber(byte[] bytes, int start, int from) {
        return start - 3 >= from && bytes[start - 1] == ':' && bytes[start - 2] == '"' && bytes[start - 3] != '\\';
    }

    /** An IBAN begins with two letters and two digits and has at least eleven characters after them. */
    private static boolean isAccount(byte[] bytes, int at, int from, int to) {
        int start = at;
        while (start > from && is(bytes[start - 1], CAPITAL_OR_DIGIT)) {
            start--;
        }
        int end = at;
        while (end < to && is(bytes[end], CAPITAL_OR_DIGIT)) {
            end++;
        }
        for (int i = start; i + 15 <= end; i++) {
            if (bytes[i] >= 'A' && bytes[i + 1] >= 'A' && is(bytes[i + 2], DIGIT) && is(bytes[i + 3], DIGIT)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(int b, byte kind) {
        return (CLASS[b & 0xff] & kind) != 0;
    }
}
