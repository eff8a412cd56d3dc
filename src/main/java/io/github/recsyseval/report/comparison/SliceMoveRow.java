package io.github.recsyseval.report.comparison;

import io.github.recsyseval.report.IntervalRow;
import org.jspecify.annotations.Nullable;

/**
 * What one slice contributes to a move.
 *
 * @param slice name of the slice
 * @param presence which reports have observations of the metric in this slice. One of {@code both}, {@code only_before}, {@code
 *     only_after}.
 * @param nBefore observations of the earlier report, 0 if it has none
 * @param shareBefore n_before / all observations of the earlier report
 * @param before value in the earlier report; null without observations
 * @param interval confidence interval of after - before; null if there is none, see reason
 * @param verdict {@code better} or {@code worse} if the interval excludes 0, else {@code inconclusive}; {@code unknown} without
 *     an interval; {@code untrusted} if the data of either report is not trusted (except for metrics of data quality), or if the
 *     outcomes are still to come in one of them
 * @param mix contribution from its changed share
 * @param rate contribution from its changed value; 0 if one report has no observations
 * @param reason why there is no interval; null if there is one
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
