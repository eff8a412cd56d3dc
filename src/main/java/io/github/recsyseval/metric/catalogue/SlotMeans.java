package io.github.recsyseval.metric.catalogue;

import io.github.recsyseval.metric.ranking.Cutoff;
import io.github.recsyseval.stat.ExactSum;

/** Means over the shown slots, and over pairs of lists, that follow from the counts alone. */
final class SlotMeans {

    private static final double LN_2 = StrictMath.log(2);

    private SlotMeans() {}

    /** Mean of -log2 p over all slots, in bits. */
    static double novelty(CatalogueTally tally, Cutoff cutoff, Popularity popularity) {
        double[] probabilities = popularity.probabilities(tally);
        ExactSum bits = new ExactSum();
        for (int row = 0; row < probabilities.length; row++) {
            int count = tally.shown(row, cutoff);
            if (count > 0) {
                bits.add(-StrictMath.log(probabilities[row]) / LN_2 * count);
            }
        }
        return Math.max(0, bits.value() / tally.slots(cutoff));
    }

    /** Share of the slots on items less popular than the head. */
    static double longTailShare(CatalogueTally tally, Cutoff cutoff, Popularity popularity) {
        double leastCountOfHead = popularity.leastCountOfHead(tally);
        long tail = 0;
        for (int row = 0; row < tally.items(); row++) {
            if (popularity.count(tally, row) < leastCountOfHead) {
                tail += tally.shown(row, cutoff);
            }
        }
        return (double) tail / tally.slots(cutoff);
    }

    /**
     * 1 - mean overlap of two lists / mean length. All pairs at once: item i is shared by c_i (c_i - 1) / 2 pairs, so the mean
     * overlap of n lists is sum c_i (c_i - 1) / (n (n - 1)). With k items in every list this is
     * 1 - (sum c_i^2 - n k) / (k n (n - 1)), the closed form that Evidently uses.
     */
    static double personalisation(CatalogueTally tally, Cutoff cutoff) {
        ExactSum shared = new ExactSum();
        for (int row = 0; row < tally.items(); row++) {
            double count = tally.shown(row, cutoff);
            shared.add(count * (count - 1));
        }
        return 1 - shared.value() / ((double) tally.slots(cutoff) * (tally.lists() - 1));
    }
}
