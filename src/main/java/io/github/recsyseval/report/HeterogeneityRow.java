package io.github.recsyseval.report;

import java.util.List;

/**
 * Test of whether the effect on a metric differs between the slices of a breakdown by more than chance (Cochran's Q).
 *
 * @param keys keys of the breakdown
 * @param slices number of slices tested
 */
public record HeterogeneityRow(
        List<String> keys,
        String metric,
        String variant,
        long slices,
        double statistic,
        long degreesOfFreedom,
        double pValue) {}
