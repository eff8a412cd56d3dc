package io.github.recsyseval.view;

import io.github.recsyseval.report.BootstrapRow;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.MetricRow;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers for people: thousands grouped, one unit, enough digits and no more; the same in every locale. */
final class NumberText {
    private NumberText() {}

    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** A share in per cent with two decimals, more where it is small. */
    static String percent(double share) {
        return percentNumber(share) + " %";
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
        IntervalRow interval = row.interval();
        if (interval == null) {
            return row.reason() == null ? "-" : row.reason();
        }
        return interval(row.unit(), interval);
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
            case "score" -> String.format(Locale.ROOT, "%.4f", value);
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
                : String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
