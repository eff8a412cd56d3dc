package io.github.recsyseval.report.comparison;

import java.util.List;

/**
 * Which slices of a breakdown are new, and which are gone.
 *
 * @param keys the context keys, sorted
 * @param status {@code too_many_values} if a report has too many slices to show all. One of {@code ok}, {@code too_many_values}.
 * @param both number of slices that both reports have
 * @param appeared slices that only the later report has, most exposures first, ties by name
 * @param seen when each slice was seen, by name; empty if a report does not say. For a key such as model_version: when each
 *     version was in use.
 */
public record SliceChangeRow(
        List<String> keys,
        String status,
        int both,
        List<SliceCount> appeared,
        List<SliceCount> gone,
        List<SliceSeenRow> seen) {

    /** A slice and its exposures. */
    public record SliceCount(String slice, long exposures) {}
}
