package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * A metric compared with the baseline.
 *
 * @param after value of this run; in a paired comparison, over the pairs
 * @param before value of the baseline
 * @param delta after - before
 * @param relativeDelta delta / before; null unless before is above 0
 * @param interval confidence interval of delta; null if there is none, see reason
 * @param relativeInterval confidence interval of relative_delta; null if there is none
 * @param pValue two-sided p-value of no difference; null if there is no test
 * @param better which direction is good. One of {@code higher}, {@code lower}.
 * @param verdict {@code better} or {@code worse} if the interval excludes 0, else {@code inconclusive}; {@code unknown} without
 *     an interval; {@code untrusted} if the data of this run or of the baseline is not trusted, unless {@code --allow-untrusted}
 *     is given
 * @param n observations of this run; in a paired comparison, the number of pairs
 * @param wins pairs in which this run is better; null without pairs
 * @param reason why a value or an interval is missing; null if all are present
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
