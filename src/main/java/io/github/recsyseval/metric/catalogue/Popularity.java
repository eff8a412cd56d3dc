package io.github.recsyseval.metric.catalogue;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How popular items are, before or outside the lists that are evaluated. Without such counts the log itself stands in, and novelty
 * becomes the self-information of the log: the more often it shows an item, the less novel it calls it.
 */
public final class Popularity {

    /** The head of the popularity distribution: the most popular items that together hold 8 / 10 of all counts. */
    private static final int HEAD_TENTHS = 8;

    /** Ascending; empty where the log stands in. */
    private final long[] items;

    private final double[] counts;
    private final boolean ofLog;

    private Popularity(long[] items, double[] counts, boolean ofLog) {
        this.items = items;
        this.counts = counts;
        this.ofLog = ofLog;
    }

    /** Slots at any rank in the evaluated log. */
    public static Popularity ofThisLog() {
        return new Popularity(new long[0], new double[0], true);
    }

    /**
     * Counts from elsewhere.
     *
     * @param hashes of the items, each once
     * @param counts of the same length, each at least 0
     */
    public static Popularity of(long[] hashes, double[] counts) {
        Integer[] order = new Integer[hashes.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(hashes[a], hashes[b]));
        long[] items = new long[hashes.length];
        double[] sorted = new double[hashes.length];
        for (int i = 0; i < order.length; i++) {
            items[i] = hashes[order[i]];
            sorted[i] = counts[order[i]];
            if (!(sorted[i] >= 0 && sorted[i] < Double.POSITIVE_INFINITY) || i > 0 && items[i] == items[i - 1]) {
                throw new IllegalArgumentException("not the popularity of an item: " + sorted[i]);
            }
        }
        return new Popularity(items, sorted, false);
    }

    /** Count of the item in a row of the tally; 0 if unknown. */
    double count(CatalogueTally tally, int row) {
        if (ofLog) {
            return tally.shown(row);
        }
        int found = Arrays.binarySearch(items, tally.item(row));
        return found < 0 ? 0 : counts[found];
    }

    /**
     * Probability of every row's item: its share of the counts; from elsewhere smoothed, (count + 1) / (total + items), since an
     * item that is shown now may have no count yet. Items are those with a count or in the tally.
     */
    double[] probabilities(CatalogueTally tally) {
        double[] probabilities = new double[tally.items()];
        double total = ofLog ? tally.slots() : DoubleStream.of(counts).sum() + union(tally);
        int smoothing = ofLog ? 0 : 1;
        for (int row = 0; row < probabilities.length; row++) {
            probabilities[row] = (count(tally, row) + smoothing) / total;
        }
        return probabilities;
    }

    /**
     * Least count of the head. Items as popular as the last one that is needed belong to the head too, so that no order among equals
     * has to be invented. Infinity without any count.
     */
    double leastCountOfHead(CatalogueTally tally) {
        double[] ascending = ofLog ? new double[tally.items()] : counts.clone();
        for (int row = 0; ofLog && row < ascending.length; row++) {
            ascending[row] = tally.shown(row);
        }
        Arrays.sort(ascending);
        double total = 0;
        for (double count : ascending) {
            total += count;
        }
        double held = 0;
        for (int i = ascending.length - 1; i >= 0 && total > 0; i--) {
            held += ascending[i];
            if (held * 10 >= total * HEAD_TENTHS) {
                return ascending[i];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** As in definitions. */
    String words() {
        return ofLog ? "popularity = share of the slots of this log, any rank" : "popularity as given, smoothed by one";
    }

    private int union(CatalogueTally tally) {
        int unknown = 0;
        for (int row = 0; row < tally.items(); row++) {
            unknown += Arrays.binarySearch(items, tally.item(row)) < 0 ? 1 : 0;
        }
        return items.length + unknown;
    }
}
