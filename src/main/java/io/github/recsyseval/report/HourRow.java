package io.github.recsyseval.report;

/**
 * The join rates of one hour.
 *
 * @param hour start of the hour with its UTC offset, for example 2026-11-02T08:00Z
 * @param exposureJoinRate exposures of the hour with at least one outcome / exposures of the hour
 * @param outcomeJoinRate outcomes of the hour whose request_id matches an exposure / outcomes of the hour
 */
public record HourRow(String hour, RateRow exposureJoinRate, RateRow outcomeJoinRate) {}
