package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric with its sample size and interval.
 *
 * @param unit unit of the value: {@code share} (0 to 1), {@code per_exposure} and {@code per_user} (events per exposure or user,
 *     may exceed 1), {@code value} (in the unit of the logged values), {@code score} (0 to 1), {@code ms}, {@code items} or
 *     {@code bits}
 * @param value the value; null if there is none, see reason
 * @param n number of observations: exposures, records or lists, as the definition says
 * @param users distinct users behind these observations; null if users do not matter for the metric
 * @param numerator the sum: value = numerator / n. Null if the value is not a ratio.
 * @param interval confidence interval of the value; null if there is none, see reason
 * @param reason why the value, the interval or its upper end is missing; null if all are present
 * @param trusted whether the underlying data passed the default limits in data_quality.limits
 * @param better which direction is good; null if the metric is not compared. One of {@code higher}, {@code lower}.
 * @param standardError standard error of the value, clustered by user. A later run needs it to compare itself with this report.
 *     Null if there is none.
 * @param bootstrap A second interval, requested with {@code --bootstrap}; null otherwise
 * @param valueUnit unit of monetary and other values as declared by the user, for example EUR; {@code undeclared} if not
 *     declared; null for metrics that are not sums of values
 * @param measuredAt where latency was measured, as declared by the user; null for other metrics. One of {@code client}, {@code
 *     server}, {@code undeclared}.
 * @param definition how the metric is computed. Null in slices, which use the definition of the total.
 */
public record MetricRow(
        String name,
        String unit,
        @Nullable Double value,
        long n,
        @Nullable Long users,
        @Nullable Double numerator,
        @Nullable IntervalRow interval,
        @Nullable String reason,
        boolean trusted,
        @Nullable String definition,
        @Nullable String better,
        @Nullable Double standardError,
        @Nullable BootstrapRow bootstrap,
        @Nullable String valueUnit,
        @Nullable String measuredAt) {

    /** Rows as they are shown of a slice: the definitions stand with the total. */
    public static List<MetricRow> ofSlice(List<MetricRow> rows) {
        return rows.stream()
                .map(row -> row.copy(null, row.bootstrap, row.valueUnit, row.measuredAt))
                .toList();
    }

    /** The same with a bootstrap interval. */
    public MetricRow with(BootstrapRow resampled) {
        return copy(definition, resampled, valueUnit, measuredAt);
    }

    /** The same with a unit of its values. */
    public MetricRow inUnit(String declared) {
        return copy(definition, bootstrap, declared, measuredAt);
    }

    /** The same with the place where it was measured. */
    public MetricRow measuredAt(String declared) {
        return copy(definition, bootstrap, valueUnit, declared);
    }

    /** The same without a value, for a reason. */
    public MetricRow without(String why) {
        return new MetricRow(
                name,
                unit,
                null,
                n,
                users,
                null,
                null,
                why,
                trusted,
                definition,
                better,
                null,
                null,
                valueUnit,
                measuredAt);
    }

    private MetricRow copy(
            @Nullable String defined,
            @Nullable BootstrapRow resampled,
            @Nullable String declaredUnit,
            @Nullable String declaredPlace) {
        return new MetricRow(
                name,
                unit,
                value,
                n,
                users,
                numerator,
                interval,
                reason,
                trusted,
                defined,
                better,
                standardError,
                resampled,
                declaredUnit,
                declaredPlace);
    }

    /**
     * A row without a value, for a reason.
     *
     * @param users null where users play no part
     */
    public static MetricRow absent(
            String name,
            String unit,
            long n,
            @Nullable Long users,
            String reason,
            boolean trusted,
            @Nullable String definition) {
        return new MetricRow(
                name, unit, null, n, users, null, null, reason, trusted, definition, null, null, null, null, null);
    }

    /** A value of which nothing else is known. */
    public static MetricRow ofValue(String name, String unit, @Nullable Double value) {
        return new MetricRow(name, unit, value, 0, null, null, null, null, true, null, null, null, null, null, null);
    }
}
