package io.github.recsyseval.report.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A move split by the slices of a breakdown. mix + rate is the move, and the parts of all slices add up to them, except for
 * rounding in the last digit.
 *
 * @param keys the context keys, sorted
 * @param mix part of the move that comes from changed shares of the slices; null if there is no split, see reason
 * @param rate part of the move that comes from changed values within the slices; null if there is no split, see reason
 * @param slices every slice of either report, largest contribution first, ties by name
 * @param reason why there is no split; null if there is one
 */
public record SplitRow(
        List<String> keys,
        @Nullable Double mix,
        @Nullable Double rate,
        List<SliceMoveRow> slices,
        @Nullable String reason) {}
