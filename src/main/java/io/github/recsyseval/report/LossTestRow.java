package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * A test of whether a join rate is the same everywhere.
 *
 * @param metric the join rate
 * @param between what is compared: the keys of a breakdown, {@code hour}, or {@code variant of} an experiment
 * @param groups how many slices, hours or variants were compared
 * @param leftOut how many were too small for the test
 * @param statistic chi-square on counts divided by their design effects; null when there is no test
 * @param pValue two-sided; null when there is no test
 * @param method {@code rao_scott_1992}
 * @param reason why there is no test; null when there is one
 */
public record LossTestRow(
        String metric,
        String between,
        long groups,
        long leftOut,
        @Nullable Double statistic,
        @Nullable Long degreesOfFreedom,
        @Nullable Double pValue,
        String method,
        @Nullable String reason) {}
