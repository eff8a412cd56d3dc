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

    /** An end of an interval of a share. */
    static String percentOrUnbounded(@Nullable Double end) {
        return end == null ? "unbounded" : percent(end);
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
        return end(unit, interval.lower()) + " - " + end(unit, interval.upper());
    }

    /** The interval, and behind it that of the bootstrap if there is one. */
    static String intervals(MetricRow row) {
        BootstrapRow bootstrap = row.bootstrap();
        if (bootstrap == null) {
            return interval(row);
        }
        String resampled = bootstrap.reason() != null
                ? bootstrap.reason()
                : end(row.unit(), bootstrap.lower()) + " - " + end(row.unit(), bootstrap.upper());
        return interval(row) + " (bootstrap " + resampled + ")";
    }

    /** A change in the unit, with its sign: {@code +1.20} percentage points or {@code -0.0130}. */
    static String change(String unit, double value) {
        return (value > 0 ? "+" : "") + plain(unit, value);
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
        return interval == null
                ? (reason == null ? "-" : reason)
                : end(unit, interval.lower()) + " - " + end(unit, interval.upper());
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

    private static String end(String unit, @Nullable Double end) {
        return end == null ? "unbounded" : plain(unit, end);
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
        return switch (unit) {
            case "share", "per_exposure", "relative", "share_difference" -> percentNumber(value);
            case "score" -> Decimals.fixed(value, 4);
            case "ms" -> decimal(value, Math.abs(value) < 100 ? 1 : 0);
            default -> decimal(value, Math.abs(value) < 1 ? 4 : 2);
        };
    }

    private static String percentNumber(double share) {
        double percent = 100 * share;
        return decimal(percent, percent == 0 || Math.abs(percent) >= 1 ? 2 : 3);
    }

    static String decimal(double value, int digits) {
        return Math.abs(value) >= 1e15
                ? String.format(Locale.ROOT, "%.3e", value)
                : Decimals.groupedFixed(value, digits);
    }
}
