package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * Clicks of a slice, and how many its positions alone let expect.
 *
 * @param n shown slots
 * @param clicks on items that were shown
 * @param expected the sum over the slots of the CTR that their rank has over all exposures
 * @param value clicks / expected; null when nothing is expected
 * @param interval that of ctr in proportion; null where there is none
 */
public record PositionRow(
        long n,
        long clicks,
        double expected,
        @Nullable Double value,
        @Nullable IntervalRow interval) {}
