package io.github.recsyseval.report.comparison;

import io.github.recsyseval.report.SeenRow;
import org.jspecify.annotations.Nullable;

/**
 * When a slice was seen.
 *
 * @param before in the earlier report; null where it is not there
 * @param after in the later report; null where it is not there
 */
public record SliceSeenRow(
        String slice, @Nullable SeenRow before, @Nullable SeenRow after) {}
