package io.github.recsyseval.view;

import io.github.recsyseval.report.LimitRow;

/** Limits in words. */
final class LimitText {
    private LimitText() {}

    /** {@code at most 500 ms}. */
    static String demand(LimitRow limit) {
        String demand =
                (limit.relation().equals("at_least") ? "at least " : "at most ") + amount(limit.unit(), limit.limit());
        return isIncrease(limit) ? demand + " above the baseline" : demand;
    }

    /** Whether the limit is one on a change since the baseline. */
    static boolean isIncrease(LimitRow limit) {
        return limit.name().endsWith("_increase");
    }

    /** Whether the limit is on a figure, or on its change. */
    static boolean isOn(LimitRow limit, String figure) {
        return limit.name().equals(figure) || limit.name().equals(figure + "_increase");
    }

    /** What was found, or a dash. */
    static String value(LimitRow limit) {
        return limit.value() == null ? "-" : amount(limit.unit(), limit.value());
    }

    /** The interval of what was found, or a dash. */
    static String interval(LimitRow limit) {
        return limit.interval() == null ? "-" : NumberText.interval(limit.unit(), limit.interval());
    }

    static String verdict(LimitRow limit) {
        return limit.failed() ? "fails" : "holds";
    }

    private static String amount(String unit, double value) {
        return unit.equals("count") ? NumberText.count((long) value) : NumberText.withUnit(unit, value);
    }
}
