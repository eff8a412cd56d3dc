package io.github.recsyseval.metric.catalogue;

import io.github.recsyseval.metric.ranking.Cutoff;
import io.github.recsyseval.stat.ExactSum;
import java.util.Arrays;

/** The counts c_i of the items of a catalogue within a cutoff, in ascending order; items that were never shown have none. */
final class ItemCounts {

    private final int[] ascending;
    private final long slots;
    private final long catalogueSize;

    ItemCounts(CatalogueTally tally, Cutoff cutoff, Catalogue catalogue) {
        int[] counts = new int[tally.items()];
        int distinct = 0;
        long sum = 0;
        for (int row = 0; row < counts.length; row++) {
            int count = tally.shown(row, cutoff);
            if (count > 0 && catalogue.has(tally.item(row))) {
                counts[distinct++] = count;
                sum += count;
            }
        }
        ascending = Arrays.copyOf(counts, distinct);
        Arrays.sort(ascending);
        slots = sum;
        catalogueSize = catalogue.size(tally);
    }

    /** S: how many slots hold items of the catalogue. */
    long slots() {
        return slots;
    }

    /** How many different items of the catalogue are shown. */
    int distinct() {
        return ascending.length;
    }

    double coverage() {
        return (double) distinct() / catalogueSize;
    }

    /** With j counting the whole catalogue in ascending order of c, those never shown first. 0 for a catalogue of one. */
    double gini() {
        ExactSum sum = new ExactSum();
        long neverShown = catalogueSize - distinct();
        for (int i = 0; i < ascending.length; i++) {
            long j = neverShown + i + 1;
            sum.add((double) (2 * j - catalogueSize - 1) * ascending[i]);
        }
        return sum.value() / ((double) catalogueSize * slots);
    }

    /** -sum p ln p with p = c / S, in nats, as ln S - sum c ln c / S; never below 0. */
    double entropy() {
        ExactSum sum = new ExactSum();
        for (int count : ascending) {
            sum.add(count * StrictMath.log(count));
        }
        return Math.max(0, StrictMath.log(slots) - sum.value() / slots);
    }

    /** Entropy by ln m; 0 for a catalogue of one item, which leaves no choice. */
    double relativeEntropy() {
        return catalogueSize == 1 ? 0 : Math.min(1, entropy() / StrictMath.log(catalogueSize));
    }

    /** Entropy by ln of the number of items shown; 0 for one item, which leaves no choice. */
    double evenness() {
        return distinct() == 1 ? 0 : Math.min(1, entropy() / StrictMath.log(distinct()));
    }
}
