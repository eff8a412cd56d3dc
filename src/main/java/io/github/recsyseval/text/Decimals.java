package io.github.recsyseval.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Numbers with thousands grouped or a fixed number of decimals, as {@link String#format} writes them under {@link Locale#ROOT}: without
 * its formatter, whose symbols for all the locales of this world take longer to load than a short log takes to be read.
 */
public final class Decimals {
    /** Beyond, the shortest decimal that stands for a double is not what the formatter rounds. */
    private static final double LARGEST = 1e15;

    private static final double CLOSE_TO_ONE = 0.999;

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");

    private Decimals() {}

    /** Whether people write a number so: {@code -1.5e3}, but no infinity, no hexadecimal digits and no suffix, as Java knows them. */
    public static boolean isDecimal(CharSequence text) {
        return DECIMAL.matcher(text).matches();
    }

    /** A whole number with its thousands grouped, {@code 1,234,567}: {@code %,d}. */
    public static String grouped(long n) {
        String digits = Long.toString(n);
        return n < 0 ? "-" + grouped(digits.substring(1)) : grouped(digits);
    }

    /** A number with so many decimals, halves rounded up: {@code %.2f}. */
    public static String fixed(double value, int decimals) {
        if (!(Math.abs(value) < LARGEST)) {
            return String.format(Locale.ROOT, "%." + decimals + "f", value);
        }
        return sign(value) + rounded(value, decimals);
    }

    /** The same with thousands grouped: {@code %,.2f}. */
    public static String groupedFixed(double value, int decimals) {
        if (!(Math.abs(value) < LARGEST)) {
            return String.format(Locale.ROOT, "%,." + decimals + "f", value);
        }
        return sign(value) + grouped(rounded(value, decimals));
    }

    /** A number with so many significant digits, at least 0.0001 or else left to the formatter: {@code %.3g}. */
    public static String significant(double value, int digits) {
        if (!(Math.abs(value) >= 1e-4 && Math.abs(value) < 1)) {
            return String.format(Locale.ROOT, "%." + digits + "g", value);
        }
        BigDecimal rounded = BigDecimal.valueOf(Math.abs(value)).round(new MathContext(digits, RoundingMode.HALF_UP));
        return sign(value)
                + rounded.setScale(rounded.scale() + digits - rounded.precision())
                        .toPlainString();
    }

    /**
     * A level, a chance or a size that somebody chose, in per cent without zeros at the end: {@code 97.5 %}, {@code 98.3333 %}. What is
     * close to 1 has as many digits as tell it from 1, {@code 99.9999999 %}.
     */
    public static String percentChosen(double share) {
        BigDecimal one = BigDecimal.ONE;
        BigDecimal shown = share > CLOSE_TO_ONE && share < 1
                ? one.subtract(one.subtract(BigDecimal.valueOf(share)).round(new MathContext(3)))
                : BigDecimal.valueOf(share).round(new MathContext(6));
        return shown.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    /** What is below zero before it is rounded, and negative zero, keep their sign. */
    private static String sign(double value) {
        return Double.compare(value, 0) < 0 ? "-" : "";
    }

    private static String rounded(double value, int decimals) {
        return BigDecimal.valueOf(Math.abs(value))
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String grouped(String number) {
        int point = number.indexOf('.');
        StringBuilder out = new StringBuilder(number);
        for (int at = (point < 0 ? number.length() : point) - 3; at > 0; at -= 3) {
            out.insert(at, ',');
        }
        return out.toString();
    }
}
