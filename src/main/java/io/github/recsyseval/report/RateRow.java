package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * A share in short, without name and definition.
 *
 * @param value events / n; null when n is 0
 * @param n records
 * @param users how many distinct users these come from
 * @param interval null when there is none, with the reason
 * @param reason why the value or the interval is missing; null when both are there
 */
public record RateRow(
        @Nullable Double value,
        long n,
        @Nullable Long users,
        @Nullable Double events,
        @Nullable IntervalRow interval,
        @Nullable String reason) {
    public RateRow(MetricRow row) {
        this(row.value(), row.n(), row.users(), row.numerator(), row.interval(), row.reason());
    }
}
