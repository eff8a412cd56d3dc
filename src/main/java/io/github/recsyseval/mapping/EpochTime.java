package io.github.recsyseval.mapping;

import io.github.recsyseval.event.Timestamps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Times since 1970-01-01T00:00:00Z as decimal numbers. */
final class EpochTime {
    private static final BigDecimal FIRST = BigDecimal.valueOf(Timestamps.parseMicros("0000-01-01T00:00:00Z"));
    private static final BigDecimal LAST = BigDecimal.valueOf(Timestamps.parseMicros("9999-12-31T23:59:59.999999Z"));

    /** So many digits a long holds in any case. */
    private static final int PLAIN_DIGITS = 15;

    /** No clock writes longer numbers. */
    private static final int MAX_LENGTH = 40;

    private EpochTime() {}

    /**
     * Microseconds of a number, cut off towards the past; {@link Timestamps#UNREADABLE} for a moment before year 0 or after year
     * 9999, and for a number of more than {@value #MAX_LENGTH} characters.
     *
     * @param bytes hold a JSON number in {@code [from, to)}
     * @param microsPerUnit what one of the number is
     */
    static long micros(byte[] bytes, int from, int to, int microsPerUnit) {
        if (to - from > MAX_LENGTH) {
            return Timestamps.UNREADABLE;
        }
        return to - from <= PLAIN_DIGITS && isDigits(bytes, from, to)
                ? plain(bytes, from, to, microsPerUnit)
                : exact(new String(bytes, from, to - from, StandardCharsets.US_ASCII), microsPerUnit);
    }

    private static boolean isDigits(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static long plain(byte[] bytes, int from, int to, int microsPerUnit) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + bytes[i] - '0';
        }
        boolean fits = number <= LAST.longValueExact() / microsPerUnit;
        return fits ? number * microsPerUnit : Timestamps.UNREADABLE;
    }

    private static long exact(String number, int microsPerUnit) {
        try {
            BigDecimal read = new BigDecimal(number);
            if (Math.abs((long) read.scale()) > MAX_LENGTH) {
                return Timestamps.UNREADABLE;
            }
            BigDecimal micros = read.multiply(BigDecimal.valueOf(microsPerUnit)).setScale(0, RoundingMode.FLOOR);
            boolean fits = micros.compareTo(FIRST) >= 0 && micros.compareTo(LAST) <= 0;
            return fits ? micros.longValueExact() : Timestamps.UNREADABLE;
        } catch (NumberFormatException exponentTooLarge) {
            return Timestamps.UNREADABLE;
        }
    }
}
