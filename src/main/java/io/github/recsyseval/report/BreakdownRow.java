package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A breakdown requested with {@code --slice}.
 * The metrics of its slices are in {@code by_segment} of each section.
 *
 * @param status {@code too_many_values} if there are too many slices to show any. One of {@code ok}, {@code too_many_values}.
 * @param slices number of slices; 0 if there are too many
 * @param floor A metric of a slice with fewer observations than this is shown as too few
 * @param tooFew number of slices with fewer exposures than floor
 * @param top the slices with the most exposures, most first, ties by name
 * @param other all slices outside top together; null if top has them all
 * @param rest all slices without a row in by_segment together; null if every slice has one. Rows exist for the 1,000 slices with
 *     the most exposures (fewer if that would be more than 50,000 metrics; as many as {@code --top-slices} if that is more) and
 *     for slices named by gates.
 * @param seen when each slice with metrics of its own was seen, by name. For a key such as model_version: when each version was
 *     in use.
 */
public record BreakdownRow(
        List<String> keys,
        String status,
        long slices,
        long floor,
        long tooFew,
        List<String> top,
        @Nullable OtherSlices other,
        @Nullable OtherSlices rest,
        Map<String, SeenRow> seen) {

    /**
     * Slices that are shown together.
     *
     * @param slices how many they are
     * @param n their exposures
     * @param users their users, each counted once
     */
    public record OtherSlices(long slices, long n, long users, List<MetricRow> metrics) {}
}
