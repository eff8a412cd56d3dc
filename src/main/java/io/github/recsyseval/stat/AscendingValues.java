package io.github.recsyseval.stat;

/** Takes different values in ascending order, each with how often it occurs: the same as counting them in {@link ValueCounts}. */
final class AscendingValues {
    private final double[] values;
    private final long[] upTo;
    private final ValueCounts tooMany = new ValueCounts();
    private int size;
    private long count;

    /** @param distinct how many different values there will be */
    private AscendingValues(int distinct) {
        int kept = distinct > ValueCounts.DISTINCT_VALUES_KEPT ? 0 : distinct;
        values = new double[kept];
        upTo = new long[kept];
    }

    /** Of {@code sorted[from, to)}. */
    static OrderedValues of(double[] sorted, int from, int to) {
        int distinct = 0;
        for (int i = from; i < to; i++) {
            distinct += i == from || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        AscendingValues all = new AscendingValues(distinct);
        for (int i = from, end; i < to; i = end) {
            end = i + 1;
            while (end < to && sorted[end] == sorted[i]) {
                end++;
            }
            all.add(sorted[i], end - i);
        }
        return all.ordered();
    }

    /** Of {@code sorted[from, to)}, each divided by the same number. As above: millions of values are too many to ask a function for each. */
    static OrderedValues of(int[] sorted, int from, int to, double denominator) {
        int distinct = 0;
        for (int i = from; i < to; i++) {
            distinct += i == from || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        AscendingValues all = new AscendingValues(distinct);
        for (int i = from, end; i < to; i = end) {
            end = i + 1;
            while (end < to && sorted[end] == sorted[i]) {
                end++;
            }
            all.add(sorted[i] / denominator, end - i);
        }
        return all.ordered();
    }

    private void add(double value, int times) {
        if (values.length == 0) {
            tooMany.add(value, times);
            return;
        }
        count += times;
        values[size] = value;
        upTo[size++] = count;
    }

    private OrderedValues ordered() {
        return size == 0 ? tooMany.ordered() : new OrderedValues(values, upTo, values[0], values[size - 1]);
    }
}
