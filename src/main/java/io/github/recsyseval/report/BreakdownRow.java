package io.github.recsyseval.report;

import java.util.List;

/**
 * One breakdown asked for.
 *
 * @param status {@code ok}, or {@code too_many_values} when there are too many slices to show any
 * @param slices how many slices there are; 0 when there are too many
 */
public record BreakdownRow(List<String> keys, String status, long slices) {}
