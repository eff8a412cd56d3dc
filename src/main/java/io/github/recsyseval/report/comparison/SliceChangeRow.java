package io.github.recsyseval.report.comparison;

import java.util.List;

/**
 * Which slices of a breakdown are new, and which are gone.
 *
 * @param keys the context keys
 * @param status {@code ok}, or {@code too_many_values} where a side had too many slices to show every one
 * @param both how many slices both sides have
 * @param appeared slices that only the later report has, most exposures first, ties by name; likewise gone
 * @param seen when each slice was seen, by name; empty where a report does not say. Of a key such as model_version: when each version was
 *     in use
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
