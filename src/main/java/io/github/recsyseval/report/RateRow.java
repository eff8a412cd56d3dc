package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * A share without name and definition.
 *
 * @param value events / n; null if n is 0
 * @param n records in total
 * @param users distinct users behind these records
 * @param interval interval clustered by user; null if there is none, see reason
 * @param reason why the value or the interval is missing; null if both are present
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
