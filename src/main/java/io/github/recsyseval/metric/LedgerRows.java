package io.github.recsyseval.metric;

import java.util.Arrays;
import java.util.List;

/** The rows of all ledgers in columns, those of a user together and in the order of their patterns' values. */
final class LedgerRows {
    static final LedgerRows NONE =
            new LedgerRows(new long[0], new double[0], new int[0], new int[0][], new long[0], new double[0][]);

    private long[] user;
    private double[] latency;
    private int[] pattern;
    private final int[][] slice;
    /** Empty where the plan keeps no times. */
    private long[] time;

    private final double[][] vectors;
    /** The commonest pattern whose numerators are all 0 or NaN: a request without any outcome. */
    private final int blank;

    private final double[] blankVector;

    private LedgerRows(MetricPlan plan, List<RequestLedger> ledgers, int threads) {
        int rows = Math.toIntExact(ledgers.stream()
                .flatMap(ledger -> ledger.blocks.stream())
                .mapToLong(block -> block.size)
                .sum());
        user = new long[rows];
        latency = new double[rows];
        pattern = new int[rows];
        slice = new int[plan.breakdowns()][rows];
        time = new long[plan.withTimes() ? rows : 0];
        vectors = sortedPatterns(plan, ledgers);
        int at = 0;
        for (RequestLedger ledger : ledgers) {
            at = take(ledger, at);
        }
        blank = blankPattern();
        blankVector = blank < 0 ? new double[plan.width()] : vectors[blank];
        reorder(UserOrder.of(user, pattern, threads), threads);
    }

    /**
     * Rows that are in order already.
     *
     * @param time empty where they keep no times, or none are needed
     */
    LedgerRows(long[] user, double[] latency, int[] pattern, int[][] slice, long[] time, double[][] vectors) {
        this.user = user;
        this.latency = latency;
        this.pattern = pattern;
        this.slice = slice;
        this.vectors = vectors;
        this.time = time;
        blank = blankPattern();
        blankVector = blank < 0 ? new double[vectors.length == 0 ? 0 : vectors[0].length] : vectors[blank];
    }

    static LedgerRows of(MetricPlan plan, List<RequestLedger> ledgers, int threads) {
        return new LedgerRows(plan, ledgers, threads);
    }

    private static double[][] sortedPatterns(MetricPlan plan, List<RequestLedger> ledgers) {
        PatternTable union = new PatternTable(plan.width());
        for (RequestLedger ledger : ledgers) {
            for (int i = 0; i < ledger.patterns.size(); i++) {
                union.number(ledger.patterns.vector(i));
            }
        }
        return union.sorted();
    }

    private int take(RequestLedger ledger, int from) {
        int[] ranks = ledger.patterns.ranks(vectors);
        int at = from;
        for (int b = 0; b < ledger.blocks.size(); b++) {
            RequestLedger.Block block = ledger.release(b);
            System.arraycopy(block.user, 0, user, at, block.size);
            System.arraycopy(block.latency, 0, latency, at, block.size);
            for (int s = 0; s < slice.length; s++) {
                System.arraycopy(block.slice[s], 0, slice[s], at, block.size);
            }
            if (time.length > 0) {
                System.arraycopy(block.time, 0, time, at, block.size);
            }
            for (int i = 0; i < block.size; i++) {
                pattern[at + i] = ranks[block.pattern[i]];
            }
            at += block.size;
        }
        ledger.blocks.clear();
        return at;
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

    /** Moves the rows so that reading them in the new order is reading from front to back; one column a thread. */
    private void reorder(int[] order, int threads) {
        int times = time.length == 0 ? 0 : 1;
        Parallel.run(3 + times + slice.length, threads, column -> {
            switch (column) {
                case 0 -> user = reordered(user, order);
                case 1 -> latency = reordered(latency, order);
                case 2 -> pattern = reordered(pattern, order);
                default -> {
                    if (column < 3 + slice.length) {
                        slice[column - 3] = reordered(slice[column - 3], order);
                    } else {
                        time = reordered(time, order);
                    }
                }
            }
        });
    }

    private static long[] reordered(long[] column, int[] order) {
        long[] moved = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            moved[i] = column[order[i]];
        }
        return moved;
    }

    private static double[] reordered(double[] column, int[] order) {
        double[] moved = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            moved[i] = column[order[i]];
        }
        return moved;
    }

    private static int[] reordered(int[] column, int[] order) {
        int[] moved = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            moved[i] = column[order[i]];
        }
        return moved;
    }

    int size() {
        return user.length;
    }

    /** The first row from {@code row} on, but not before {@code from}, with which a user begins. */
    int startOfUser(int row, int from) {
        int start = Math.max(row, from);
        while (start > 0 && start < user.length && user[start] == user[start - 1]) {
            start++;
        }
        return start;
    }

    /** Behind the last row of the user of {@code row}. */
    int endOfUser(int row) {
        int end = row + 1;
        while (end < user.length && user[end] == user[row]) {
            end++;
        }
        return end;
    }

    long user(int row) {
        return user[row];
    }

    double latency(int row) {
        return latency[row];
    }

    boolean isBlank(int row) {
        return pattern[row] == blank;
    }

    /** The numerators of the commonest request without any outcome: each 0 or NaN. */
    double[] blank() {
        return blankVector;
    }

    /** The numerators of a row. */
    double[] vector(int row) {
        return vectors[pattern[row]];
    }

    /** Microseconds since 1970; the plan has to keep times. */
    long time(int row) {
        return time[row];
    }

    int[] slice(int breakdown) {
        return slice[breakdown];
    }
}
