package io.github.recsyseval.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Reads and writes RFC 3339 date-times as microseconds since 1970-01-01T00:00:00Z.
 *
 * <p>Read is {@code yyyy-MM-ddThh:mm:ss[.fraction](Z|+hh:mm|-hh:mm)} with years 0000 to 9999, T and Z in either case,
 * offsets up to 23:59 (also {@code -00:00}, "offset unknown", taken as UTC) and any number of fraction digits. This is
 * every string the schema library accepts as {@code date-time}. Digits after the sixth of the fraction are cut off,
 * never rounded, so that an instant can only move to the past, by less than a microsecond.
 *
 * <p>Second 60 is read where a leap second can be: 23:59:60 UTC on 30 June or 31 December. As in POSIX time it has the
 * number of the second that follows it, midnight.
 *
 * <p>A date-time that only its offset puts before year 0000 or beyond year 9999 in UTC, where RFC 3339 has no name for it, is read as
 * the first or the last moment that has one. So whatever is read can be written, and times as text sort as times.
 *
 * <p>Positions are half open, [from, to), as everywhere.
 */
public final class Timestamps {
    /** What the parsers return for text that is not a date-time; no date-time has this value. */
    public static final long UNREADABLE = Long.MIN_VALUE;

    /** {@code yyyy-MM-ddThh:mm:ss}. */
    private static final int LOCAL_LENGTH = 19;

    /** 0000-01-01T00:00:00Z. */
    private static final long FIRST = -62_167_219_200_000_000L;

    /** 9999-12-31T23:59:59.999999Z. */
    private static final long LAST = 253_402_300_799_999_999L;

    private static final int MICRO_DIGITS = 6;
    private static final int PLAIN_FRACTION_DIGITS = 9;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int INVALID = -1;

    private Timestamps() {}

    /** Microseconds since the epoch of the date-time in the given bytes, or {@link #UNREADABLE}. */
    public static long parseMicros(byte[] text, int from, int to) {
        long plain = plainMicros(text, from, to);
        return plain != UNREADABLE ? plain : parseAnyForm(text, from, to);
    }

    /** As {@link #parseMicros(byte[], int, int)}, of a string. */
    public static long parseMicros(String text) {
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        return parseMicros(latin, 0, latin.length);
    }

    /** Whether the bytes are a date-time in the plain form that {@link #plainMicros} reads. */
    public static boolean isPlain(byte[] text, int from, int to) {
        return plainMicros(text, from, to) != UNREADABLE;
    }

    /**
     * Reads the plain form only, which every reader of RFC 3339 accepts: capital T and Z, seconds up to 59, at most nine
     * fraction digits. Fast paths may trust it; whatever is not plain returns {@link #UNREADABLE} here and may still be
     * a date-time.
     */
    public static long plainMicros(byte[] text, int from, int to) {
        if (to - from <= LOCAL_LENGTH || text[from + 10] != 'T') {
            return UNREADABLE;
        }
        long seconds = localSeconds(text, from);
        if (seconds == UNREADABLE) {
            return UNREADABLE;
        }
        int offsetAt = endOfFraction(text, from + LOCAL_LENGTH, to);
        if (offsetAt == INVALID || offsetAt - (from + LOCAL_LENGTH) > PLAIN_FRACTION_DIGITS + 1) {
            return UNREADABLE;
        }
        long offset = to - offsetAt == 1 && text[offsetAt] == 'Z' ? 0 : numericOffset(text, offsetAt, to);
        return offset == UNREADABLE ? UNREADABLE : micros(seconds - offset, text, from + LOCAL_LENGTH, offsetAt);
    }

    /** The date-time of the given microseconds in UTC, with 0, 3 or 6 fraction digits: as short as is exact. */
    public static String format(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    /** The forms that are not plain: small t and z, a long fraction, a leap second. */
    private static long parseAnyForm(byte[] text, int from, int to) {
        if (to - from <= LOCAL_LENGTH) {
            return UNREADABLE;
        }
        byte[] plain = new byte[to - from];
        System.arraycopy(text, from, plain, 0, plain.length);
        if (plain[10] == 't') {
            plain[10] = 'T';
        }
        if (plain[plain.length - 1] == 'z') {
            plain[plain.length - 1] = 'Z';
        }
        boolean leap = plain[17] == '6' && plain[18] == '0';
        if (leap) {
            plain[17] = '5';
            plain[18] = '9';
        }
        long micros = plainMicros(plain, 0, shortenFraction(plain));
        if (!leap || micros == UNREADABLE) {
            return micros;
        }
        long second = Math.floorDiv(micros, 1_000_000L);
        return mayBeLeap(second) ? Math.min(LAST, micros + 1_000_000L) : UNREADABLE;
    }

    /** Closes the gap that cutting the fraction to nine digits leaves; returns the new length. */
    private static int shortenFraction(byte[] text) {
        int end = endOfFraction(text, LOCAL_LENGTH, text.length);
        int keep = LOCAL_LENGTH + 1 + PLAIN_FRACTION_DIGITS;
        if (end <= keep) {
            return text.length;
        }
        System.arraycopy(text, end, text, keep, text.length - end);
        return text.length - (end - keep);
    }

    /** Whether the given second is 23:59:59 UTC of 30 June or 31 December, after which a leap second may come. */
    private static boolean mayBeLeap(long second) {
        String utc = Instant.ofEpochSecond(second).toString();
        return utc.endsWith("-06-30T23:59:59Z") || utc.endsWith("-12-31T23:59:59Z");
    }

    /** Seconds since the epoch of {@code yyyy-MM-dd?hh:mm:ss}, as if in UTC; the separator is not looked at. */
    private static long localSeconds(byte[] b, int at) {
        int year = twoDigits(b, at) * 100 + twoDigits(b, at + 2);
        int month = twoDigits(b, at + 5);
        int day = twoDigits(b, at + 8);
        int hour = twoDigits(b, at + 11);
        int minute = twoDigits(b, at + 14);
        int second = twoDigits(b, at + 17);
        boolean punctuated = b[at + 4] == '-' && b[at + 7] == '-' && b[at + 13] == ':' && b[at + 16] == ':';
        // A pair that is not two digits is so negative that the year, too, is below zero.
        if (!punctuated || year < 0 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
            return UNREADABLE;
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return UNREADABLE;
        }
        return epochDay(year, month, day) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
    }

    /** The value of two digits, or a number below -1,000,000 when they are none. */
    private static int twoDigits(byte[] b, int at) {
        int tens = b[at] - '0';
        int ones = b[at + 1] - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -10_000_000;
    }

    /** Where a fraction that may start at the given place ends; the place itself without one, -1 when it has no digit. */
    private static int endOfFraction(byte[] b, int at, int to) {
        if (at >= to || b[at] != '.') {
            return at;
        }
        int end = at + 1;
        while (end < to && b[end] >= '0' && b[end] <= '9') {
            end++;
        }
        return end == at + 1 ? INVALID : end;
    }

    /** Seconds east of Greenwich of {@code +hh:mm} or {@code -hh:mm}, or {@link #UNREADABLE}. */
    private static long numericOffset(byte[] b, int at, int to) {
        if (to - at != 6 || (b[at] != '+' && b[at] != '-') || b[at + 3] != ':') {
            return UNREADABLE;
        }
        int hours = twoDigits(b, at + 1);
        int minutes = twoDigits(b, at + 4);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return UNREADABLE;
        }
        int seconds = hours * 3600 + minutes * 60;
        return b[at] == '-' ? -seconds : seconds;
    }

    private static long micros(long seconds, byte[] b, int fractionAt, int fractionEnd) {
        int micros = 0;
        for (int digit = 1; digit <= MICRO_DIGITS; digit++) {
            int at = fractionAt + digit;
            micros = micros * 10 + (at < fractionEnd ? b[at] - '0' : 0);
        }
        return Math.max(FIRST, Math.min(LAST, seconds * 1_000_000L + micros));
    }

    private static int daysInMonth(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /**
     * Days since 1970-01-01 in the proleptic Gregorian calendar: years counted from March, so that the leap day is the
     * last of its year (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
     */
    private static long epochDay(int year, int month, int day) {
        int marchYear = month > 2 ? year : year - 1;
        int era = Math.floorDiv(marchYear, 400);
        int yearOfEra = marchYear - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}
