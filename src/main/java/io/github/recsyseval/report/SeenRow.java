package io.github.recsyseval.report;

/**
 * When a slice was seen.
 *
 * @param exposures how many it has
 * @param firstSeen time of its earliest exposure, RFC 3339 in UTC
 * @param lastSeen time of its latest exposure
 */
public record SeenRow(long exposures, String firstSeen, String lastSeen) {}
