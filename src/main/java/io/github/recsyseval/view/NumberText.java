package io.github.recsyseval.view;

import io.github.recsyseval.report.BootstrapRow;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.text.Decimals;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers for people: thousands grouped, one unit, enough digits and no more; the same in every locale. */
final class NumberText {
    private NumberText() {}

    static String count(long n) {
        return Decimals.grouped(n);
    }

    /** A share in per cent with two decimals, more where it is small. */
    static String percent(double share) {
        return percentNumber(share) + " %";
    }

    /** A level, a chance or a size that somebody chose, in per cent without zeros at the end: {@code 97.5 %}. */
    static String chosen(double share) {
        return Decimals.percentChosen(share);
    }

    /** The value of a row in its unit, or a dash. */
    static String value(MetricRow row) {
        return row.value() == null ? "-" : withUnit(row.unit(), row.value());
    }

    /** An interval in the unit of its row, {@code 8.06 - 8.20}, or the reason why there is none. */
    static String interval(MetricRow row) {
        return interval(row.unit(), row.interval(), row.reason());
    }

    /** An interval, its unit left out. */
    static String interval(String unit, IntervalRow interval) {
        return range(unit, interval.lower(), interval.upper());
    }

    /** Two ends with as many decimals as the larger one has: {@code 0.98 - 3.17}. */
    private static String range(String unit, @Nullable Double lower, @Nullable Double upper) {
        int decimals = decimals(unit, larger(lower, upper));
        return end(unit, lower, decimals) + " - " + end(unit, upper, decimals);
    }

    private static double larger(@Nullable Double lower, @Nullable Double upper) {
        return Math.max(lower == null ? 0 : Math.abs(lower), upper == null ? 0 : Math.abs(upper));
    }

    /** The interval, and behind it that of the bootstrap if there is one. */
    static String intervals(MetricRow row) {
        BootstrapRow bootstrap = row.bootstrap();
        if (bootstrap == null) {
            return interval(row);
        }
        String resampled = bootstrap.reason() != null
                ? bootstrap.reason()
                : range(row.unit(), bootstrap.lower(), bootstrap.upper());
        return interval(row) + " (bootstrap " + resampled + ")";
    }

    /** A change in the unit, with its sign: {@code +1.20} percentage points or {@code -0.0130}. */
    static String change(String unit, double value) {
        return signed(unit, value, decimals(unit, value));
    }

    /** A part of a change with as many decimals as the change has, so that the parts add up. */
    static String part(String unit, double value, double whole) {
        return signed(unit, value, decimals(unit, whole));
    }

    /** An interval of a change, {@code -0.013 to +1.200}, or a dash. */
    static String changes(String unit, @Nullable IntervalRow interval) {
        if (interval == null) {
            return "-";
        }
        int decimals = decimals(unit, larger(interval.lower(), interval.upper()));
        return signed(unit, interval.lower(), decimals) + " to " + signed(unit, interval.upper(), decimals);
    }

    private static String signed(String unit, @Nullable Double value, int decimals) {
        return (value != null && value > 0 ? "+" : "") + end(unit, value, decimals);
    }

    /** A difference of two figures with its sign; of shares in percentage points. */
    static String difference(String unit, double value) {
        String points = unit.equals("share") || unit.equals("per_exposure") ? " pp" : unit.equals("ms") ? " ms" : "";
        return change(unit, value) + points;
    }

    /** A relative change, {@code +2.10 %}. */
    static String lift(double share) {
        return (share > 0 ? "+" : "") + percent(share);
    }

    /** An interval in a unit, or the reason why there is none. */
    static String interval(String unit, @Nullable IntervalRow interval, @Nullable String reason) {
        return interval == null ? (reason == null ? "-" : reason) : interval(unit, interval);
    }

    /** A p-value, or a dash; {@code log10} says how small it is where the number itself is 0. */
    static String p(@Nullable Double value, @Nullable Double log10) {
        if (value == null) {
            return "-";
        }
        if (value < 1e-300) {
            return log10 == null ? "<1e-300" : String.format(Locale.ROOT, "<1e-300 (1e%.0f)", log10);
        }
        return value < 1e-4 ? String.format(Locale.ROOT, "%.1e", value) : Decimals.fixed(value, 4);
    }

    /** A p-value in a sentence, {@code p = 0.0031} or {@code p < 1e-300}. */
    static String pIs(@Nullable Double value, @Nullable Double log10) {
        String p = p(value, log10);
        return p.startsWith("<") ? "p < " + p.substring(1) : "p = " + p;
    }

    /** An end of an interval; what is not 0 is not shown as 0 for the sake of the other end. */
    private static String end(String unit, @Nullable Double end, int decimals) {
        if (end == null) {
            return "unbounded";
        }
        double shown = scaled(unit, end);
        boolean vanishes = Math.abs(shown) < 0.5 * Math.pow(10, -decimals);
        return decimal(shown, vanishes ? decimals(unit, end) : decimals);
    }

    static String withUnit(String unit, double value) {
        return switch (unit) {
            case "share", "per_exposure", "relative" -> percent(value);
            case "share_difference" -> percentNumber(value) + " pp";
            case "ms" -> plain(unit, value) + " ms";
            default -> plain(unit, value);
        };
    }

    private static String plain(String unit, double value) {
        return decimal(scaled(unit, value), decimals(unit, value));
    }

    private static double scaled(String unit, double value) {
        return isShare(unit) ? 100 * value : value;
    }

    private static boolean isShare(String unit) {
        return switch (unit) {
            case "share", "per_exposure", "relative", "share_difference" -> true;
            default -> false;
        };
    }

    /** How many decimals a value has: the fewer, the larger it is. */
    private static int decimals(String unit, double value) {
        double size = Math.abs(scaled(unit, value));
        if (isShare(unit)) {
            return size == 0 || size >= 1 ? 2 : 3;
        }
        return switch (unit) {
            case "score" -> 4;
            case "ms" -> size < 100 ? 1 : 0;
            default -> size == 0 || size >= 1 ? 2 : 4;
        };
    }

    private static String percentNumber(double share) {
        return plain("share", share);
    }

    static String decimal(double value, int digits) {
        return Math.abs(value) >= 1e15
                ? String.format(Locale.ROOT, "%.3e", value)
                : Decimals.groupedFixed(value, digits);
    }
}
