package io.github.recsyseval.metric.ranking;

import java.util.Arrays;

/**
 * One ranked list and what turned out to be relevant. Positions count from 1 in the list after every item listed twice kept
 * its best place only; a relevant item is counted once, however often it was clicked.
 *
 * <p>One instance serves millions of lists: {@link #start} forgets the list before, and nothing is allocated once the arrays
 * are large enough.
 */
public final class JudgedList {

    private static final double LARGEST_GAIN = 1e100;

    private int length;
    private int hits;
    private int[] positions = new int[16];
    private double[] gains = new double[16];

    private int relevant;
    private double[] idealGains = new double[16];
    private boolean idealIsSorted = true;
    private boolean binary = true;

    /** Begins a list of {@code length} distinct items, none of them relevant so far. */
    public void start(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("a list of " + length + " items");
        }
        this.length = length;
        hits = 0;
        relevant = 0;
        idealIsSorted = true;
        binary = true;
    }

    /**
     * A shown item was relevant. Any order will do; ascending positions are fastest.
     *
     * @param position 1 to {@code length}, each at most once
     * @param gain how relevant, above 0 and at most 1e100; 1 where relevance is yes or no
     */
    public void relevantAt(int position, double gain) {
        if (position < 1 || position > length) {
            throw new IllegalArgumentException("position " + position + " in a list of " + length);
        }
        relevantAnywhere(gain);
        if (hits == positions.length) {
            positions = Arrays.copyOf(positions, 2 * hits);
            gains = Arrays.copyOf(gains, 2 * hits);
        }
        int i = hits++;
        for (; i > 0 && positions[i - 1] > position; i--) {
            positions[i] = positions[i - 1];
            gains[i] = gains[i - 1];
        }
        if (i > 0 && positions[i - 1] == position) {
            throw new IllegalArgumentException("two items at position " + position);
        }
        positions[i] = position;
        gains[i] = gain;
    }

    /** An item that is not in the list was relevant: it counts for recall and for the ideal order. */
    public void relevantButNotShown(double gain) {
        relevantAnywhere(gain);
    }

    /** Number of distinct items shown; may be 0. */
    public int length() {
        return length;
    }

    /** Number of relevant items shown. */
    public int hits() {
        return hits;
    }

    /** Number of relevant items among the first {@code k}. */
    public int hitsWithin(int k) {
        int n = 0;
        while (n < hits && positions[n] <= k) {
            n++;
        }
        return n;
    }

    /** Position of the i-th relevant item shown, i from 0, ascending. */
    public int position(int i) {
        return positions[i];
    }

    /** Gain of the item at {@link #position}. */
    public double gain(int i) {
        return gains[i];
    }

    /** R, the number of relevant items, shown or not. */
    public int relevant() {
        return relevant;
    }

    /** The i-th largest gain of all relevant items, i from 0: what an ideal list would have at position i + 1. */
    public double idealGain(int i) {
        if (!idealIsSorted) {
            sortIdeal();
        }
        return idealGains[i];
    }

    /** Whether every gain is 1. */
    public boolean isBinary() {
        return binary;
    }

    private void relevantAnywhere(double gain) {
        if (!(gain > 0 && gain <= LARGEST_GAIN)) {
            throw new IllegalArgumentException("a relevant item has a gain above 0 and at most 1e100, not " + gain);
        }
        if (relevant == idealGains.length) {
            idealGains = Arrays.copyOf(idealGains, 2 * relevant);
        }
        idealIsSorted &= relevant == 0 || idealGains[relevant - 1] >= gain;
        binary &= gain == 1;
        idealGains[relevant++] = gain;
    }

    private void sortIdeal() {
        Arrays.sort(idealGains, 0, relevant);
        for (int i = 0, j = relevant - 1; i < j; i++, j--) {
            double smaller = idealGains[i];
            idealGains[i] = idealGains[j];
            idealGains[j] = smaller;
        }
        idealIsSorted = true;
    }
}
