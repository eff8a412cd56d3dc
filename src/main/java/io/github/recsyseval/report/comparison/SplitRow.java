package io.github.recsyseval.report.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A move split by the slices of a breakdown; mix + rate is the move, and the parts of all slices sum to them.
 *
 * @param keys the context keys
 * @param mix how much of the move comes from other shares of the slices; null with the reason
 * @param rate how much comes from other figures within the slices; null with the reason
 * @param slices every slice of either side, largest contribution first, ties by name
 * @param reason why there is no split
 */
public record SplitRow(
        List<String> keys,
        @Nullable Double mix,
        @Nullable Double rate,
        List<SliceMoveRow> slices,
        @Nullable String reason) {}
