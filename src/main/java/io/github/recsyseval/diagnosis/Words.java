package io.github.recsyseval.diagnosis;

import io.github.recsyseval.text.Decimals;

/** Numbers in sentences. */
final class Words {
    private Words() {}

    static String count(long n) {
        return Decimals.grouped(n);
    }

    /** {@code part} of {@code whole} in per cent with one digit. */
    static String percent(long part, long whole) {
        return whole == 0 ? "-" : Decimals.fixed(100.0 * part / whole, 1) + " %";
    }

    /** Milliseconds to three digits, or to the millisecond. */
    static String millis(double latency) {
        return (latency >= 99.95 ? Decimals.grouped(Math.round(latency)) : Decimals.significant(latency, 3)) + " ms";
    }

    /** Minutes, in the unit that suits them. */
    static String minutes(double minutes) {
        if (minutes < 60) {
            return Decimals.fixed(minutes, 0) + " min";
        }
        return minutes < 48 * 60 ? Decimals.fixed(minutes / 60, 1) + " h" : Decimals.fixed(minutes / 1440, 1) + " d";
    }

    /** A number from 1 on with one digit that is not 0, such as 90 or 100. */
    static String about(double number) {
        double unit = Math.pow(10, Math.floor(Math.log10(number)));
        return count(Math.round(Math.rint(number / unit) * unit));
    }
}
