package io.github.recsyseval.metric;

import io.github.recsyseval.join.RowOrder;
import io.github.recsyseval.stat.OrderedValues;
import io.github.recsyseval.stat.RatioMoments;
import io.github.recsyseval.stat.ValueCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of all ledgers, ordered by user, and their sums for the total and for every slice.
 *
 * <p>Within a user the rows stand in the order of their patterns' values, so a user's sum does not depend on the order of the
 * input; across users the sums are exact. Same rows, same bits.
 */
public final class LedgerSums {
    private final MetricPlan plan;
    private final long[] user;
    private final double[] latency;
    private final int[] pattern;
    private final int[][] slice;
    private final double[][] vectors;
    /** The commonest pattern whose numerators are all 0 or NaN: a request without any outcome. */
    private final int blank;

    private final int[] order;

    private LedgerSums(MetricPlan plan, List<RequestLedger> ledgers) {
        this.plan = plan;
        int rows = Math.toIntExact(ledgers.stream()
                .flatMap(ledger -> ledger.blocks.stream())
                .mapToLong(block -> block.size)
                .sum());
        user = new long[rows];
        latency = new double[rows];
        pattern = new int[rows];
        slice = new int[plan.breakdowns()][rows];
        vectors = sortedPatterns(plan, ledgers);
        int at = 0;
        for (RequestLedger ledger : ledgers) {
            at = take(ledger, at);
        }
        blank = blankPattern();
        long[] patternKey = new long[rows];
        for (int i = 0; i < rows; i++) {
            patternKey[i] = pattern[i];
        }
        order = RowOrder.stable(RowOrder.by(patternKey, rows), user, 64);
    }

    /** Takes over the rows of the ledgers, which are emptied. */
    public static LedgerSums of(MetricPlan plan, List<RequestLedger> ledgers) {
        return new LedgerSums(plan, ledgers);
    }

    private static double[][] sortedPatterns(MetricPlan plan, List<RequestLedger> ledgers) {
        PatternTable union = new PatternTable(plan.width());
        for (RequestLedger ledger : ledgers) {
            for (int i = 0; i < ledger.patterns.size(); i++) {
                union.number(ledger.patterns.vector(i));
            }
        }
        double[][] sorted = new double[union.size()][];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = union.vector(i);
        }
        Arrays.sort(sorted, Arrays::compare);
        return sorted;
    }

    private int rank(double[] vector) {
        return Arrays.binarySearch(vectors, vector, Arrays::compare);
    }

    private int take(RequestLedger ledger, int from) {
        int[] ranks = new int[ledger.patterns.size()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = rank(ledger.patterns.vector(i));
        }
        int at = from;
        for (RequestLedger.Block block : ledger.blocks) {
            System.arraycopy(block.user, 0, user, at, block.size);
            System.arraycopy(block.latency, 0, latency, at, block.size);
            for (int b = 0; b < slice.length; b++) {
                System.arraycopy(block.slice[b], 0, slice[b], at, block.size);
            }
            for (int i = 0; i < block.size; i++) {
                pattern[at + i] = ranks[block.pattern[i]];
            }
            at += block.size;
        }
        ledger.blocks.clear();
        return at;
    }

    /** The sums over all rows. */
    public SliceSums total() {
        return sum(order, 0, order.length, true);
    }

    /**
     * The sums of every slice of a breakdown, by slice number.
     *
     * @param slices how many slices the breakdown has
     */
    public List<SliceSums> slices(int breakdown, int slices) {
        int[] starts = new int[slices + 1];
        int[] grouped = RowOrder.grouped(order, slice[breakdown], starts);
        List<SliceSums> sums = new ArrayList<>();
        for (int s = 0; s < slices; s++) {
            sums.add(sum(grouped, starts[s], starts[s + 1], false));
        }
        return sums;
    }

    /** Sums rows {@code [from, to)} of an order in which the rows of a user stand together. */
    private SliceSums sum(int[] rows, int from, int to, boolean keepLatencies) {
        SliceSums slice = new SliceSums(plan.width(), keepLatencies);
        double[] sums = new double[plan.width()];
        long[] counted = new long[plan.width()];
        for (int start = from; start < to; ) {
            long who = user[rows[start]];
            Arrays.fill(sums, 0);
            Arrays.fill(counted, 0);
            int blanks = 0;
            int end = start;
            for (; end < to && user[rows[end]] == who; end++) {
                int number = pattern[rows[end]];
                if (number == blank) {
                    blanks++;
                } else {
                    add(vectors[number], 1, sums, counted);
                }
            }
            if (blanks > 0) {
                add(vectors[blank], blanks, sums, counted);
            }
            slice.addUser(end - start, sums, counted);
            start = end;
        }
        latency(rows, from, to, slice);
        return slice;
    }

    private static void add(double[] vector, int times, double[] sums, long[] counted) {
        for (int i = 0; i < vector.length; i++) {
            double numerator = vector[i];
            if (!Double.isNaN(numerator)) {
                sums[i] += times * numerator;
                counted[i] += times;
            }
        }
    }

    /** Adding this one many times at once is exact, because its numerators are 0. -1 when there is none. */
    private int blankPattern() {
        int[] rows = new int[vectors.length];
        for (int number : pattern) {
            rows[number]++;
        }
        int best = -1;
        for (int number = 0; number < vectors.length; number++) {
            boolean zeros = Arrays.stream(vectors[number]).allMatch(value -> value == 0 || Double.isNaN(value));
            if (zeros && (best < 0 || rows[number] > rows[best])) {
                best = number;
            }
        }
        return best;
    }

    private void latency(int[] rows, int from, int to, SliceSums sums) {
        sums.latency(latencies(rows, from, to), quantile -> belowOrAt(rows, from, to, quantile));
    }

    private OrderedValues latencies(int[] rows, int from, int to) {
        ValueCounts values = new ValueCounts();
        for (int i = from; i < to; i++) {
            double value = latency[rows[i]];
            if (!Double.isNaN(value)) {
                values.add(value);
            }
        }
        return values.ordered();
    }

    /** Of each user's requests with a latency, how many are at most {@code limit}. */
    private RatioMoments belowOrAt(int[] rows, int from, int to, double limit) {
        RatioMoments moments = new RatioMoments();
        for (int start = from; start < to; ) {
            long who = user[rows[start]];
            int logged = 0;
            int below = 0;
            int end = start;
            for (; end < to && user[rows[end]] == who; end++) {
                double value = latency[rows[end]];
                logged += Double.isNaN(value) ? 0 : 1;
                below += value <= limit ? 1 : 0;
            }
            if (logged > 0) {
                moments.add(below, logged);
            }
            start = end;
        }
        return moments;
    }
}
