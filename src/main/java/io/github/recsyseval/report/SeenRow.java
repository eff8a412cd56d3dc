package io.github.recsyseval.report;

/**
 * When a slice was seen.
 *
 * @param exposures number of exposures
 * @param firstSeen time of the earliest exposure, RFC 3339 in UTC
 * @param lastSeen time of the latest exposure, RFC 3339 in UTC
 */
public record SeenRow(long exposures, String firstSeen, String lastSeen) {}
