package io.github.recsyseval.report.comparison;

import io.github.recsyseval.report.IntervalRow;
import org.jspecify.annotations.Nullable;

/**
 * What one slice contributes to a move.
 *
 * @param slice its name
 * @param presence which side has observations: {@code both}, {@code only_before} or {@code only_after}
 * @param nBefore observations, 0 for none; likewise nAfter
 * @param shareBefore of all observations
 * @param before its figure; null where it has none
 * @param interval of after - before; null with the reason
 * @param verdict as in a change
 * @param mix from its other share of the whole
 * @param rate from its other figure; 0 where one side has none
 * @param reason why there is no interval
 */
public record SliceMoveRow(
        String slice,
        String presence,
        long nBefore,
        long nAfter,
        double shareBefore,
        double shareAfter,
        @Nullable Double before,
        @Nullable Double after,
        @Nullable IntervalRow interval,
        String verdict,
        double mix,
        double rate,
        @Nullable String reason) {

    /** What it contributes in all. */
    public double contribution() {
        return mix + rate;
    }
}
