package io.github.recsyseval.report;

/**
 * What may differ between two runs on the same data.
 *
 * @param createdAt time of the run, RFC 3339 in UTC
 */
public record RunInfo(String createdAt, String version, String gitCommit, int threads, double seconds) {}
