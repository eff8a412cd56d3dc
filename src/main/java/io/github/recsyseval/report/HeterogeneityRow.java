package io.github.recsyseval.report;

import java.util.List;

/**
 * Whether the effect on a metric differs between the slices of a breakdown by more than chance (Cochran's Q).
 *
 * @param keys of the breakdown
 * @param slices how many were tested
 */
public record HeterogeneityRow(
        List<String> keys,
        String metric,
        String variant,
        long slices,
        double statistic,
        long degreesOfFreedom,
        double pValue) {}
