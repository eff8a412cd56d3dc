package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * How a figure compares with that of the baseline.
 *
 * @param after the figure of this run
 * @param before the figure of the baseline
 * @param delta after - before
 * @param relativeDelta delta / before; null unless before is above 0
 * @param interval of the delta; null with the reason
 * @param relativeInterval of the relative delta
 * @param pValue two-sided, of no difference
 * @param better {@code higher} or {@code lower}
 * @param verdict {@code better} or {@code worse} where the interval leaves out 0, else {@code inconclusive}; {@code unknown} without
 *     interval; {@code untrusted} where the data of either side cannot carry it
 * @param n observations of this run; of a paired comparison the pairs
 * @param wins pairs in which this run is better, null where nothing is paired; likewise ties and losses
 * @param reason why a figure or an interval is missing
 */
public record DeltaRow(
        String name,
        String unit,
        @Nullable Double after,
        @Nullable Double before,
        @Nullable Double delta,
        @Nullable Double relativeDelta,
        @Nullable IntervalRow interval,
        @Nullable IntervalRow relativeInterval,
        @Nullable Double pValue,
        String better,
        String verdict,
        long n,
        @Nullable Long wins,
        @Nullable Long ties,
        @Nullable Long losses,
        @Nullable String reason) {
    /** The same figures without a claim. */
    public DeltaRow untrusted() {
        return verdict.equals("unknown")
                ? this
                : new DeltaRow(
                        name,
                        unit,
                        after,
                        before,
                        delta,
                        relativeDelta,
                        interval,
                        relativeInterval,
                        pValue,
                        better,
                        "untrusted",
                        n,
                        wins,
                        ties,
                        losses,
                        reason);
    }
}
