package io.github.recsyseval.view;

import io.github.recsyseval.report.LimitRow;

/** Limits in words. */
final class LimitText {
    private LimitText() {}

    /** {@code at most 500 ms}. */
    static String demand(LimitRow limit) {
        return (limit.relation().equals("at_least") ? "at least " : "at most ") + amount(limit.unit(), limit.limit());
    }

    /** What was found, or a dash. */
    static String value(LimitRow limit) {
        return limit.value() == null ? "-" : amount(limit.unit(), limit.value());
    }

    static String verdict(LimitRow limit) {
        return limit.failed() ? "fails" : "holds";
    }

    private static String amount(String unit, double value) {
        return unit.equals("count") ? NumberText.count((long) value) : NumberText.withUnit(unit, value);
    }
}
