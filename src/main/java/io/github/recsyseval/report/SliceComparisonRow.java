package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * A primary metric in one slice. Exploratory: it never takes part in the decision.
 *
 * @param slice name of the slice
 * @param interval 95 % interval of the difference
 * @param adjustedP p-value adjusted by the method of Benjamini and Hochberg over all slices, metrics and arms
 * @param verdict {@code better} or {@code worse} if the adjusted p-value is below 5 %. One of {@code better}, {@code worse},
 *     {@code inconclusive}, {@code unknown}.
 * @param reason why there is no test or no lift; null if there is
 */
public record SliceComparisonRow(
        String slice,
        String metric,
        String unit,
        String variant,
        long controlUsers,
        long users,
        @Nullable Double control,
        @Nullable Double value,
        @Nullable Double difference,
        @Nullable IntervalRow interval,
        @Nullable Double lift,
        @Nullable IntervalRow liftInterval,
        @Nullable Double pValue,
        @Nullable Double adjustedP,
        String verdict,
        @Nullable String reason) {}
