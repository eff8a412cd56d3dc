package io.github.recsyseval.metric;

import io.github.recsyseval.rows.Columns;
import java.util.Arrays;
import java.util.List;

/** Rows of ledgers in columns, those of a user together and in the order of their patterns' values. */
final class LedgerRows {
    static final LedgerRows NONE =
            new LedgerRows(new long[0], new double[0], new int[0], new int[0][], new long[0], Numerators.NONE);

    private final long[] user;
    private final double[] latency;
    private final int[] pattern;
    private final int[][] slice;
    /** Empty where the plan keeps no times. */
    private final long[] time;

    private final double[][] vectors;
    /** The commonest pattern whose numerators are all 0 or NaN: a request without any outcome. */
    private final int blank;

    private final double[] blankVector;

    /**
     * Rows as a ledger has them.
     *
     * @param ranks what the ledger's numbers of patterns are here
     */
    record Source(RequestLedger.Block block, int[] ranks) {}

    /**
     * Puts rows into order.
     *
     * @param numerators of each pattern
     * @param alike how many leading bits the users' hashes have in common
     */
    static LedgerRows of(MetricPlan plan, List<Source> sources, Numerators numerators, int alike) {
        int rows = sources.stream().mapToInt(source -> source.block().size).sum();
        LedgerColumns columns = new LedgerColumns(rows, plan);
        for (Source source : sources) {
            columns.add(source.block(), source.ranks());
        }
        int[] order = UserOrder.of(columns.user, columns.pattern, alike, 1);
        int[][] slice = new int[plan.breakdowns()][];
        Arrays.setAll(slice, breakdown -> Columns.reorder(columns.slice[breakdown], order));
        return new LedgerRows(
                Columns.reorder(columns.user, order),
                Columns.reorder(columns.latency, order),
                Columns.reorder(columns.pattern, order),
                slice,
                plan.withTimes() ? Columns.reorder(columns.time, order) : columns.time,
                numerators);
    }

    /**
     * Rows that are in order already.
     *
     * @param time empty where they keep no times, or none are needed
     */
    LedgerRows(long[] user, double[] latency, int[] pattern, int[][] slice, long[] time, Numerators numerators) {
        this.user = user;
        this.latency = latency;
        this.pattern = pattern;
        this.slice = slice;
        vectors = numerators.vectors();
        this.time = time;
        blank = blankPattern(pattern, numerators);
        blankVector = blank < 0 ? new double[numerators.width()] : numerators.of(blank);
    }

    /** Adding this one many times at once is exact, because its numerators are 0. -1 when there is none. */
    private static int blankPattern(int[] pattern, Numerators numerators) {
        int[] rows = new int[numerators.patterns()];
        for (int number : pattern) {
            rows[number]++;
        }
        int best = -1;
        for (int number : numerators.blanks()) {
            if (best < 0 || rows[number] > rows[best]) {
                best = number;
            }
        }
        return best;
    }

    int size() {
        return user.length;
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

    /** The user of each row; not to be written to. */
    long[] users() {
        return user;
    }

    double latency(int row) {
        return latency[row];
    }

    /** The latency of each row; not to be written to. */
    double[] latencies() {
        return latency;
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
