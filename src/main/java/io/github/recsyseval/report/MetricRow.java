package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number with what belongs to it.
 *
 * @param unit {@code share}, {@code per_exposure} (events per exposure), {@code value} (in the unit of the logged values),
 *     {@code score} or {@code ms}
 * @param value null when there is none, with the reason
 * @param n how many observations it rests on: exposures, outcomes or lists, as the definition says
 * @param users how many distinct users these come from; null where users play no part
 * @param numerator what was added up; null where the value is no ratio
 * @param interval null when there is none, with the reason
 * @param reason why the value, the interval or its upper end is missing; null when all are there
 * @param trusted whether the data behind it passed the default limits
 * @param better {@code higher} or {@code lower}, the good direction; null where there is none
 * @param standardError of the value, clustered by user: what a later run needs to compare itself with this one
 * @param bootstrap a second interval, where it was asked for
 * @param valueUnit what values are counted in, as declared, such as {@code EUR}; {@code undeclared}; null for rows that are no values
 * @param measuredAt where latencies were taken, {@code client}, {@code server} or {@code undeclared}; null for other rows
 * @param definition how it is computed; null in slices, where it is that of the total
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
