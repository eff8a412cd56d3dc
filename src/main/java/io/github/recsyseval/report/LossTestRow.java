package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * A test of whether a join rate is the same in all groups.
 *
 * @param metric the join rate
 * @param between the groups compared: keys of a breakdown, hour, or variant of an experiment
 * @param groups number of slices, hours or variants compared
 * @param leftOut number of groups left out because fewer than five losses or fewer than five matches are expected in them
 * @param statistic chi-square statistic of the counts divided by their design effects; null without a test
 * @param pValue probability of a statistic at least this large if all groups had the same rate; null without a test
 * @param method always rao_scott_1992. See statistics.md for the formula.
 * @param reason why there is no test; null if there is one
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
