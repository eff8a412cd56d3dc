package io.github.recsyseval.privacy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells at a glance, from the bytes of a line, that it surely holds no personal data. It may send a line to the closer look in
 * vain, and does so with fewer than one in a hundred of ordinary lines; it must never keep one back.
 *
 * <p>Eight bytes at a time, three signs are looked for: an at sign; a full stop or colon between digits, as in IP addresses, or
 * before {@code eyJ}, as in tokens; and ten digits with nothing but separators between them, as in cards, phone numbers and IBANs.
 */
final class Prefilter {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = ~HIGH_BITS;
    private static final long QUOTES = ONES * '"';
    private static final long AT_SIGNS = ONES * '@';
    private static final long BLANKS = ONES * ' ';

    /** {@code .} and {@code :} (and {@code *} and {@code >}) are 0x2a but for two bits. */
    private static final long WITHOUT_TWO_BITS = 0xebebebebebebebebL;

    private static final long STOPS = ONES * 0x2a;

    /** Added to a byte, sets its high bit from the opening parenthesis on; digits and most separators come from there on. */
    private static final long FROM_PARENTHESIS = ONES * (0x80 - '(');

    /** Added to a byte, sets its high bit above the digit nine. */
    private static final long ABOVE_NINE = ONES * (0x7f - '9');

    /** Gathers the high bits of eight bytes in the highest byte, the first byte's bit lowest. */
    private static final long GATHER = 0x0002040810204081L;

    /** So many digits and separators in a row are worth a look; phone numbers, cards and IBANs have ten digits and more. */
    static final int SHORTEST_RUN = 10;

    private static final byte DIGIT = 1;
    private static final byte RUN_PART = 1 << 1;
    private static final byte CAPITAL_OR_DIGIT = 1 << 2;
    private static final byte HEX = 1 << 3;
    private static final byte[] CLASS = classes();

    private Prefilter() {}

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (char c = '('; c <= '9'; c++) {
            classes[c] = RUN_PART;
        }
        for (char c = '0'; c <= '9'; c++) {
            classes[c] |= DIGIT | CAPITAL_OR_DIGIT | HEX;
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            classes[c] = c <= 'F' ? CAPITAL_OR_DIGIT | HEX : CAPITAL_OR_DIGIT;
        }
        for (char c = 'a'; c <= 'f'; c++) {
            classes[c] = HEX;
        }
        classes[' '] = RUN_PART | CAPITAL_OR_DIGIT;
        return classes;
    }

    /** Whether {@code bytes[from, to)} may hold personal data. Escapes ({@code \}{@code u0040}) are not seen through. */
    static boolean maySignal(byte[] bytes, int from, int to) {
        int at = from;
        long runBefore = 0;
        for (; at + 8 <= to; at += 8) {
            long word = (long) LONGS.get(bytes, at);
            long atSigns = word ^ AT_SIGNS;
            long stops = word & WITHOUT_TWO_BITS ^ STOPS;
            // Zero bytes: what lies above one may be taken for one, too, which the closer look puts right.
            long anyAt = atSigns - ONES & ~atSigns & HIGH_BITS;
            long anyStop = stops - ONES & ~stops & HIGH_BITS;
            // The colon behind the closing quote of a key is by far the most frequent stop, and needs no closer look.
            boolean signs = (anyAt | anyStop) != 0 && (anyAt | anyStop & ~behindQuotes(word)) != 0;
            if (signs && signSignals(bytes, at, word, from, to)) {
                return true;
            }
            long run = runParts(word);
            // Ten bytes in a row lie in two words at least: without a run across their border there are none.
            if (runBefore < 0 && (run & 0x80) != 0 && isLong(runBefore, run) && runSignals(bytes, at, from, to)) {
                return true;
            }
            runBefore = run;
        }
        return restSignals(bytes, at, from, to);
    }

    /** The last bytes, fewer than eight, one by one. */
    private static boolean restSignals(byte[] bytes, int rest, int from, int to) {
        for (int at = rest; at < to; at++) {
            if (bytes[at] == '@' || stopSignals(bytes, at, from, to)) {
                return true;
            }
        }
        return rest > from && rest < to && is(bytes[rest], RUN_PART) && runSignals(bytes, rest, from, to);
    }

    private static boolean signSignals(byte[] bytes, int at, long word, int from, int to) {
        if (zeros(word ^ AT_SIGNS) != 0) {
            return true;
        }
        long stops = zeros(word & WITHOUT_TWO_BITS ^ STOPS) & ~behindQuotes(word);
        for (; stops != 0; stops &= stops - 1) {
            if (stopSignals(bytes, at + (Long.numberOfTrailingZeros(stops) >>> 3), from, to)) {
                return true;
            }
        }
        return false;
    }

    /** A word whose bytes have the high bit where the one before is a quote. */
    private static long behindQuotes(long word) {
        return zeros(word ^ QUOTES) << 8;
    }

    /** Whether nine bytes in a row, around the border of two words, are parts of a run: ten may lie in three words. */
    private static boolean isLong(long before, long run) {
        long bits = before * GATHER >>> 56 | run * GATHER >>> 56 << 8;
        long two = bits & bits >>> 1;
        long four = two & two >>> 2;
        return (four & four >>> 4 & bits >>> 8) != 0;
    }

    /** A word whose bytes have the high bit exactly where the given word has a zero byte. */
    private static long zeros(long word) {
        return ~((word & LOW_BITS) + LOW_BITS | word | LOW_BITS);
    }

    /** A word whose bytes have the high bit where the given one has a blank, an exclamation mark behind one, or a byte from {@code (} to {@code 9}. */
    private static long runParts(long word) {
        long low = word & LOW_BITS;
        long inRange = low + FROM_PARENTHESIS & ~(low + ABOVE_NINE) & ~word;
        long blanks = word ^ BLANKS;
        return (inRange | blanks - ONES & ~blanks) & HIGH_BITS;
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
                    ? is(before, DIGIT) && beginsAddress(bytes, at, to, '.', 2)
                    : bytes[at + 1] == 'e' && bytes[at + 2] == 'y' && bytes[at + 3] == 'J';
        }
        boolean between = is(before, HEX) && is(bytes[at + 1], HEX);
        return bytes[at] == ':' && (bytes[at + 1] == ':' || between && beginsAddress(bytes, at, to, ':', 6));
    }

    /** Whether behind a separator stand {@code count} more, with nothing but hexadecimal digits between. */
    private static boolean beginsAddress(byte[] bytes, int at, int to, char separator, int count) {
        int separators = 0;
        for (int i = at + 1; i < to && (bytes[i] == separator || is(bytes[i], HEX)); i++) {
            separators += bytes[i] == separator ? 1 : 0;
        }
        return separators >= count;
    }

    /** Whether the run of digits and separators around {@code at} may be a number that belongs to a person. */
    private static boolean runSignals(byte[] bytes, int at, int from, int to) {
        int start = at;
        while (start > from && is(bytes[start - 1], RUN_PART)) {
            start--;
        }
        int digits = 0;
        int dashes = 0;
        int end = start;
        for (; end < to && is(bytes[end], RUN_PART); end++) {
            digits += is(bytes[end], DIGIT) ? 1 : 0;
            dashes += bytes[end] == '-' ? 1 : 0;
        }
        if (digits < SHORTEST_RUN || isJsonNumber(bytes, start, from)) {
            return false;
        }
        boolean inWord = start > from && isWordPart(bytes[start - 1]) && !isEscape(bytes, start, from)
                || end < to && isWordPart(bytes[end]);
        return !inWord || digits + dashes < end - start || isAccount(bytes, start, from);
    }

    /** Whether the letters, digits and blanks before a run begin as an IBAN does, with two letters and two digits. */
    private static boolean isAccount(byte[] bytes, int run, int from) {
        for (int i = run - 1; i >= from && run - i < 40 && is(bytes[i], CAPITAL_OR_DIGIT); i--) {
            if (bytes[i] >= 'A' && bytes[i + 1] >= 'A' && is(bytes[i + 2], DIGIT) && is(bytes[i + 3], DIGIT)) {
                return true;
            }
        }
        return false;
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

    private static boolean is(int b, byte kind) {
        return (CLASS[b & 0xff] & kind) != 0;
    }
}
