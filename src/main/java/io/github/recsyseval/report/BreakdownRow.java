package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One breakdown asked for. The figures of its slices stand in {@code by_segment} of each section.
 *
 * @param status {@code ok}, or {@code too_many_values} when there are too many slices to show any
 * @param slices how many slices there are; 0 when there are too many
 * @param floor a figure of a slice that rests on fewer observations than this says too little
 * @param tooFew how many slices have fewer exposures than that
 * @param top names of the slices with the most exposures, most first, ties by name: those shown one by one where space is short
 * @param other the rest of the slices together; null where {@code top} has them all
 * @param rest the slices without figures of their own in {@code by_segment}, all but the largest, together; null where every slice has them
 * @param seen when each slice with figures of its own was seen, by its name, in the order of the names
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
