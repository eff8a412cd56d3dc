package io.github.recsyseval.metric;

import io.github.recsyseval.rows.SortedRequests;
import io.github.recsyseval.rows.SpilledRequests;
import io.github.recsyseval.spill.SpillBudget;

/** Scores outside the heap. */
final class SpilledScores implements Scores {
    /** What a row begins with: its user twice, by which it is sorted, and both halves of its request id. */
    private static final int HIGH = 2;

    private static final int LOW = 3;
    private static final int FIRST_SCORE = 4;

    private final SortedRequests rows;
    private final SpillBudget budget;
    private final int scores;

    private SpilledScores(SortedRequests rows, SpillBudget budget, int scores) {
        this.rows = rows;
        this.budget = budget;
        this.scores = scores;
    }

    /** Rows on their way to being sorted. */
    static final class Builder {
        private final SpilledRequests rows;
        private final SpillBudget budget;
        private final int scores;
        private final long[] row;

        Builder(SpillBudget budget, int scores, int breakdowns) {
            this.budget = budget;
            this.scores = scores;
            row = new long[FIRST_SCORE + scores + breakdowns];
            rows = new SpilledRequests(budget, row.length, Builder::byRequest);
        }

        private static int byRequest(long[] rows, int a, int b) {
            int high = Long.compareUnsigned(rows[a + HIGH], rows[b + HIGH]);
            return high != 0 ? high : Long.compareUnsigned(rows[a + LOW], rows[b + LOW]);
        }

        /** @param slices by breakdown, each with one for every row */
        void add(long user, long high, long low, double[] score, int[][] slices, int at) {
            row[0] = user;
            row[1] = user;
            row[HIGH] = high;
            row[LOW] = low;
            for (int i = 0; i < scores; i++) {
                row[FIRST_SCORE + i] = Double.doubleToRawLongBits(score[i]);
            }
            for (int b = 0; b < slices.length; b++) {
                row[FIRST_SCORE + scores + b] = slices[b][at];
            }
            rows.add(row);
        }

        SpilledScores sorted() {
            return new SpilledScores(rows.sorted(), budget, scores);
        }
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public long user(int i) {
        return rows.get(i, 0);
    }

    @Override
    public long high(int i) {
        return rows.get(i, HIGH);
    }

    @Override
    public long low(int i) {
        return rows.get(i, LOW);
    }

    @Override
    public double score(int i, int column) {
        return Double.longBitsToDouble(rows.get(i, FIRST_SCORE + column));
    }

    @Override
    public int slice(int breakdown, int i) {
        return (int) rows.get(i, FIRST_SCORE + scores + breakdown);
    }

    @Override
    public ById byId() {
        SpilledRequests ids = new SpilledRequests(budget, 3, (all, a, b) -> 0);
        long[] id = new long[3];
        for (int i = 0; i < size(); i++) {
            id[0] = high(i);
            id[1] = low(i);
            id[2] = i;
            ids.add(id);
        }
        return new Ids(ids.sorted());
    }

    private record Ids(SortedRequests rows) implements ById {
        @Override
        public int row(int i) {
            return (int) rows.get(i, 2);
        }

        @Override
        public long high(int i) {
            return rows.get(i, 0);
        }

        @Override
        public long low(int i) {
            return rows.get(i, 1);
        }
    }
}
