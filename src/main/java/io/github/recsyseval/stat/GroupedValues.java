package io.github.recsyseval.stat;

/**
 * The values of several groups, each of which is put into order when it is asked for: the same as counting them in {@link ValueCounts},
 * but faster where most values differ. As long as all of them have at most three decimals and are not too large, as logged milliseconds
 * nearly always are, they are whole numbers of thousandths here, which take half the room and have fewer digits than doubles.
 */
public final class GroupedValues {
    private static final double THOUSAND = 1000;

    /** Where the values of each group begin, and behind the last group the end. */
    private final int[] starts;

    private final int[] next;
    private int[] thousandths;
    private int[] spare;
    /** All values, if some are no thousandths; else empty. */
    private double[] values = new double[0];

    /**
     * Room for values.
     *
     * @param counts how many each group has, together fewer than 2^31
     */
    public GroupedValues(long[] counts) {
        starts = new int[counts.length + 1];
        for (int group = 0; group < counts.length; group++) {
            starts[group + 1] = Math.toIntExact(starts[group] + counts[group]);
        }
        next = starts.clone();
        thousandths = new int[starts[counts.length]];
        spare = new int[thousandths.length];
    }

    /**
     * Adds a value.
     *
     * @param value finite, at least 0 and not -0
     */
    public void add(int group, double value) {
        int at = next[group]++;
        if (values.length > 0) {
            values[at] = value;
            return;
        }
        int whole = (int) (value * THOUSAND + 0.5);
        thousandths[at] = whole;
        if (whole / THOUSAND != value) {
            keepAsTheyAre();
            values[at] = value;
        }
    }

    private void keepAsTheyAre() {
        values = new double[thousandths.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = thousandths[i] / THOUSAND;
        }
        thousandths = new int[0];
        spare = thousandths;
    }

    /** The values of a group, of which there have to be as many as was said; to be asked for once, several groups at a time if need be. */
    public OrderedValues ordered(int group) {
        int from = starts[group];
        int to = starts[group + 1];
        if (values.length > 0) {
            RadixSort.ascending(values, from, to);
            return AscendingValues.of(values, from, to);
        }
        RadixSort.ascending(thousandths, spare, from, to);
        return AscendingValues.of(thousandths, from, to, THOUSAND);
    }
}
