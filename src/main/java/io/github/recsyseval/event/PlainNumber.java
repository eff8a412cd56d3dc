package io.github.recsyseval.event;

/**
 * Reads numbers of the plain kinds from bytes. As in {@link LineScanner}, methods return the position behind the number, or
 * {@link LineScanner#NO} for whatever they do not read.
 */
final class PlainNumber {
    /** Powers of ten that a double holds exactly, as far as they are needed. */
    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private static final int EXACT_DIGITS = 15;
    private static final int RANK_DIGITS = 9;

    private double value;
    private int rank;

    /** What {@link #decimal} read; never -0. */
    double value() {
        return value;
    }

    /** What {@link #rank(byte[], int)} read. */
    int rank() {
        return rank;
    }

    /** Reads a rank of 1 to 999,999,999. */
    int rank(byte[] bytes, int from) {
        int read = 0;
        int at = from;
        while (at < from + RANK_DIGITS && isDigit(bytes[at])) {
            read = read * 10 + bytes[at++] - '0';
        }
        rank = read;
        return at > from && bytes[from] != '0' && ends(bytes[at]) ? at : LineScanner.NO;
    }

    /**
     * Reads a number without exponent and of at most 15 digits. Its digits as a whole number and the power of ten by which they are
     * divided are both exact doubles, so the one rounding of the division gives the nearest double (W. D. Clinger, "How to read
     * floating point numbers accurately", PLDI 1990).
     */
    int decimal(byte[] bytes, int from) {
        boolean negative = bytes[from] == '-';
        int start = negative ? from + 1 : from;
        long digits = 0;
        int point = -1;
        int at = start;
        for (; at <= start + EXACT_DIGITS; at++) {
            if (isDigit(bytes[at])) {
                digits = digits * 10 + bytes[at] - '0';
            } else if (bytes[at] == '.' && point < 0) {
                point = at;
            } else {
                break;
            }
        }
        int whole = (point < 0 ? at : point) - start;
        int fraction = point < 0 ? 0 : at - point - 1;
        boolean wellFormed = whole > 0 && (whole == 1 || bytes[start] != '0') && (point < 0 || fraction > 0);
        if (!wellFormed || whole + fraction > EXACT_DIGITS || !ends(bytes[at])) {
            return LineScanner.NO;
        }
        double read = digits / POWERS_OF_TEN[fraction];
        value = negative && digits != 0 ? -read : read;
        return at;
    }

    /** Skips any JSON number of at most 15 characters. */
    int skip(byte[] bytes, int from) {
        int start = bytes[from] == '-' ? from + 1 : from;
        int at = digits(bytes, start);
        if (at == start || (bytes[start] == '0' && at > start + 1)) {
            return LineScanner.NO;
        }
        if (bytes[at] == '.') {
            int fraction = at + 1;
            at = digits(bytes, fraction);
            if (at == fraction) {
                return LineScanner.NO;
            }
        }
        return at - from <= EXACT_DIGITS && ends(bytes[at]) ? at : LineScanner.NO;
    }

    private static int digits(byte[] bytes, int from) {
        int at = from;
        while (at < from + EXACT_DIGITS && isDigit(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Whether a byte can follow a number; digits, points and exponents are among those that cannot. */
    private static boolean ends(byte b) {
        return b == ',' || b == '}' || b == ' ' || b == ']' || b == '\t';
    }
}
