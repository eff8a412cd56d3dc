package io.github.recsyseval.evaluation;

import io.github.recsyseval.report.LimitRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.text.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Limits and their verdicts. What cannot be evaluated fails. */
final class Limits {
    /** Outcomes that match an exposure / outcomes, below which no figure is trusted. */
    static final double MIN_OUTCOME_JOIN_RATE = 0.95;

    /** Invalid lines / lines of an input, beyond which no figure is trusted. */
    static final double MAX_INVALID_RATE = 0.001;

    /** So many digits behind the point a percentage has, unless it takes more to tell two apart. */
    private static final int FEW_DIGITS = 2;

    private static final int MOST_DIGITS = 12;

    private static final MathContext ENOUGH_TO_TELL_APART = new MathContext(12);

    private Limits() {}

    private enum Relation {
        AT_LEAST,
        AT_MOST;

        boolean holds(double value, double limit) {
            return this == AT_LEAST ? value >= limit : value <= limit;
        }

        String demand(String limit) {
            return this == AT_LEAST ? "at least " + limit + " is needed" : "at most " + limit + " is allowed";
        }
    }

    static LimitRow atLeast(String name, @Nullable Double value, double limit, LimitOrigin origin, String fix) {
        return row(name, "share", value, Relation.AT_LEAST, limit, origin, fix);
    }

    static LimitRow atMost(String name, @Nullable Double value, double limit, LimitOrigin origin, String fix) {
        return row(name, "share", value, Relation.AT_MOST, limit, origin, fix);
    }

    /** An upper limit in milliseconds, set by the user. */
    static LimitRow atMostMs(String name, @Nullable Double value, double limit, String fix) {
        return row(name, "ms", value, Relation.AT_MOST, limit, LimitOrigin.USER, fix);
    }

    private static LimitRow row(
            String name,
            String unit,
            @Nullable Double value,
            Relation relation,
            double limit,
            LimitOrigin origin,
            String fix) {
        boolean pass = value != null && relation.holds(value, limit);
        String is = value == null ? "cannot be evaluated" : "is " + amount(unit, value, limit);
        String demand = relation.demand(chosen(unit, limit));
        String figure = name.endsWith("_ms")
                ? name.substring(0, name.length() - 3)
                : name.startsWith("invalid_") ? "the share of " + name : name;
        String message = pass ? "" : figure.replace('_', ' ') + " " + is + ", " + demand + "; " + fix;
        return new LimitRow(
                name,
                relation.name().toLowerCase(Locale.ROOT),
                unit,
                limit,
                value,
                null,
                null,
                origin.setBy,
                origin.decides,
                pass ? "pass" : "fail",
                message);
    }

    /** A value in its unit. */
    static String amount(String unit, double value) {
        return amount(unit, value, FEW_DIGITS);
    }

    /** A limit in its unit as somebody chose it: {@code 0.1 %}. */
    static String chosen(String unit, double limit) {
        return switch (unit) {
            case "ms" -> ms(limit);
            case "share_difference" -> Decimals.percentChosen(limit).replace(" %", " percentage points");
            default -> Decimals.percentChosen(limit);
        };
    }

    /** A value in its unit, with as many digits as it takes to see that it is not another value. */
    static String amount(String unit, double value, double other) {
        int digits = FEW_DIGITS;
        while (digits < MOST_DIGITS && amount(unit, value, digits).equals(amount(unit, other, digits))) {
            digits++;
        }
        return amount(unit, value, digits);
    }

    private static String amount(String unit, double value, int digits) {
        return switch (unit) {
            case "ms" -> ms(value);
            case "share_difference" -> percent(value, digits).replace(" %", " percentage points");
            default -> percent(value, digits);
        };
    }

    private static String ms(double value) {
        return BigDecimal.valueOf(value)
                        .round(ENOUGH_TO_TELL_APART)
                        .stripTrailingZeros()
                        .toPlainString()
                + " ms";
    }

    /** A share in per cent. */
    static String percent(double share) {
        return percent(share, FEW_DIGITS);
    }

    private static String percent(double share, int digits) {
        double percent = 100 * share;
        if (percent == Math.rint(percent)) {
            return Decimals.fixed(percent, 0) + " %";
        }
        return (Math.abs(percent) < 1 ? Decimals.significant(percent, digits + 1) : Decimals.fixed(percent, digits))
                + " %";
    }

    /** Each limit with the interval of the figure that it limits. */
    static List<LimitRow> withIntervals(List<LimitRow> limits, List<MetricRow> figures) {
        return limits.stream()
                .map(limit -> figures.stream()
                        .filter(row -> row.name().equals(limit.name()))
                        .findFirst()
                        .map(row -> limit.with(row.interval()))
                        .orElse(limit))
                .toList();
    }
}
