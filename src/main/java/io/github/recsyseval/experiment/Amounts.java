package io.github.recsyseval.experiment;

import io.github.recsyseval.text.Counted;
import io.github.recsyseval.text.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in sentences. */
final class Amounts {
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Amounts() {}

    /** A share in per cent: {@code 2.31 %}. */
    static String percent(double share) {
        return digits(100 * share) + " %";
    }

    /** A level or a chance that somebody chose, with as many digits as tell it from 1: {@code 98.3333 %}. */
    static String chosen(double share) {
        return Decimals.percentChosen(share);
    }

    /** A change as a lift, {@code +2.3 %}. */
    static String lift(double share) {
        return (share > 0 ? "+" : "") + percent(share);
    }

    /** An amount in the unit of a metric. */
    static String of(String unit, double value) {
        return switch (unit) {
            case "share", "per_exposure" -> percent(value);
            case "lift" -> percent(value);
            case "ms" -> digits(value) + " ms";
            default -> digits(value);
        };
    }

    /** A change in the unit of a metric, with its sign; of shares in percentage points (pp). */
    static String change(String unit, double value) {
        String sign = value > 0 ? "+" : "";
        return unit.equals("share") || unit.equals("per_exposure")
                ? sign + digits(100 * value) + " pp"
                : sign + of(unit, value);
    }

    static String count(long n) {
        return Decimals.grouped(n);
    }

    /** {@code 1 user}, {@code 2 users}. */
    static String users(long n) {
        return Counted.of(n, "user");
    }

    /** A p-value, {@code p = 0.0031}, {@code p = 2e-12} or {@code p < 1e-300 (10^-512)}. */
    static String p(double value, double log10) {
        return value < 1e-300 ? p(value) + " (10^" + Math.round(log10) + ")" : p(value);
    }

    /** The same where no logarithm is known. */
    static String p(double value) {
        return value < 1e-300 ? "p < 1e-300" : "p = " + digitsOfP(value);
    }

    private static String digitsOfP(double value) {
        return value < 1e-4
                ? String.format(Locale.ROOT, "%.1e", value)
                : new BigDecimal(value, new MathContext(2)).stripTrailingZeros().toPlainString();
    }

    /** Three digits. */
    static String digits(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : "unbounded";
        }
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
        return Math.abs(value) >= 1000 && Math.abs(value) < 1e15
                ? Decimals.groupedFixed(value, 0)
                : Math.abs(value) >= 1e15 || Math.abs(value) < 1e-6
                        ? String.format(Locale.ROOT, "%.2e", value)
                        : rounded.stripTrailingZeros().toPlainString();
    }
}
