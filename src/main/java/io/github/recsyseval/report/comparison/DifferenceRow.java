package io.github.recsyseval.report.comparison;

/**
 * Something that is not the same on both sides.
 *
 * @param what for example {@code --time-zone}
 * @param before in words
 * @param after in words
 */
public record DifferenceRow(String what, String before, String after) {}
