package io.github.recsyseval.report;

/**
 * The join rates of one hour.
 *
 * @param hour its beginning with the offset in force, for example {@code 2026-11-02T08:00Z}
 * @param exposureJoinRate of the exposures of the hour
 * @param outcomeJoinRate of the outcomes of the hour
 */
public record HourRow(String hour, RateRow exposureJoinRate, RateRow outcomeJoinRate) {}
