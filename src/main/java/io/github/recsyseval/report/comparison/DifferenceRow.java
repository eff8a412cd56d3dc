package io.github.recsyseval.report.comparison;

/**
 * Something that differs between the two reports.
 *
 * @param what what differs, for example --time-zone
 * @param before in the earlier report, in words
 * @param after in the later report, in words
 */
public record DifferenceRow(String what, String before, String after) {}
