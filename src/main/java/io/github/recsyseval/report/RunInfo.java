package io.github.recsyseval.report;

/**
 * What may differ between two runs on the same data.
 *
 * @param createdAt RFC 3339, UTC
 */
public record RunInfo(String createdAt, String version, String gitCommit, int threads, double seconds) {}
