package io.github.recsyseval.view;

import io.github.recsyseval.report.LimitRow;

/** Limits in words. */
final class LimitText {
    private LimitText() {}

    /** {@code at most 500 ms}. */
    static String demand(LimitRow limit) {
        String demand = (limit.relation().equals("at_least") ? "at least " : "at most ")
                + demanded(limit.unit(), limit.limit());
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

    /** The interval of a change that was found, or a dash; that of a figure stands beside the figure. */
    static String interval(LimitRow limit) {
        return limit.interval() == null || !isIncrease(limit)
                ? "-"
                : NumberText.interval(limit.unit(), limit.interval());
    }

    static String verdict(LimitRow limit) {
        return limit.failed() ? "fails" : "holds";
    }

    /** As it was chosen: {@code 95 %}, not {@code 95.00 %}. */
    private static String demanded(String unit, double limit) {
        return unit.equals("share") || unit.equals("relative") ? NumberText.chosen(limit) : amount(unit, limit);
    }

    private static String amount(String unit, double value) {
        return unit.equals("count") ? NumberText.count((long) value) : NumberText.withUnit(unit, value);
    }
}
