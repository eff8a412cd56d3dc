package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * A primary metric in one slice: exploratory, never part of the decision.
 *
 * @param slice its name, {@code surface=home}
 * @param interval 95 % interval of the difference
 * @param adjustedP by Benjamini and Hochberg over all slices, metrics and arms
 * @param verdict {@code better} or {@code worse} where the adjusted p-value is below 5 %, else {@code inconclusive}; {@code unknown}
 *     without test
 * @param reason why there is none
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
