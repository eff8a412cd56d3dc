package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * Clicks compared with those expected from position alone.
 *
 * @param n slots shown
 * @param clicks clicks on items shown
 * @param expected expected clicks: the sum, over the slots, of the CTR of their rank over all exposures
 * @param value clicks / expected (COEC); null if expected is 0
 * @param interval the interval of ctr scaled to this ratio, with expected taken as known; null if there is none
 */
public record PositionRow(
        long n,
        long clicks,
        double expected,
        @Nullable Double value,
        @Nullable IntervalRow interval) {}
