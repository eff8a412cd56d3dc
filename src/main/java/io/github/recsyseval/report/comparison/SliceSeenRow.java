package io.github.recsyseval.report.comparison;

import io.github.recsyseval.report.SeenRow;
import org.jspecify.annotations.Nullable;

/**
 * When a slice was seen in either report.
 *
 * @param before in the earlier report; null if it does not occur there
 * @param after in the later report; null if it does not occur there
 */
public record SliceSeenRow(
        String slice, @Nullable SeenRow before, @Nullable SeenRow after) {}
