package io.github.recsyseval.evaluation;

import io.github.recsyseval.metric.ScoreBook;
import io.github.recsyseval.stat.PairedRatios;

/** One metric of both sides of all pairs, summed by user, with wins, ties and losses. */
final class PairedScores {
    final PairedRatios ratios = new PairedRatios();
    long wins;
    long ties;
    long losses;

    private final ScoreBook.Scores run;
    private final ScoreBook.Scores baseline;
    private final int column;
    private final boolean higherIsBetter;

    PairedScores(ScoreBook.Scores run, ScoreBook.Scores baseline, int column, boolean higherIsBetter) {
        this.run = run;
        this.baseline = baseline;
        this.column = column;
        this.higherIsBetter = higherIsBetter;
    }

    long pairs() {
        return wins + ties + losses;
    }

    /** Takes pairs of requests, those of a user standing together; pairs that do not count on both sides are left out. */
    PairedScores byRequest(Pairs pairs) {
        int size = pairs.after.length;
        for (int start = 0; start < size; ) {
            long user = run.user(pairs.after[start]);
            double after = 0;
            double before = 0;
            int counted = 0;
            int end = start;
            for (; end < size && run.user(pairs.after[end]) == user; end++) {
                double a = run.score(pairs.after[end], column);
                double b = baseline.score(pairs.before[end], column);
                if (!Double.isNaN(a) && !Double.isNaN(b)) {
                    after += a;
                    before += b;
                    counted++;
                    compare(a, b);
                }
            }
            if (counted > 0) {
                ratios.add(after, counted, before, counted);
            }
            start = end;
        }
        return this;
    }

    /** Takes rows of either side, those of a user standing together, users ascending: users with a row that counts on both. */
    PairedScores byUser(int[] rows, int[] baselineRows) {
        int j = 0;
        for (int i = 0; i < rows.length; ) {
            long user = run.user(rows[i]);
            double after = 0;
            int counted = 0;
            for (; i < rows.length && run.user(rows[i]) == user; i++) {
                double score = run.score(rows[i], column);
                after += Double.isNaN(score) ? 0 : score;
                counted += Double.isNaN(score) ? 0 : 1;
            }
            while (j < baselineRows.length && Long.compareUnsigned(baseline.user(baselineRows[j]), user) < 0) {
                j++;
            }
            double before = 0;
            int countedBefore = 0;
            for (; j < baselineRows.length && baseline.user(baselineRows[j]) == user; j++) {
                double score = baseline.score(baselineRows[j], column);
                before += Double.isNaN(score) ? 0 : score;
                countedBefore += Double.isNaN(score) ? 0 : 1;
            }
            if (counted > 0 && countedBefore > 0) {
                ratios.add(after, counted, before, countedBefore);
                compare(after / counted, before / countedBefore);
            }
        }
        return this;
    }

    private void compare(double after, double before) {
        if (after == before) {
            ties++;
        } else if (after > before == higherIsBetter) {
            wins++;
        } else {
            losses++;
        }
    }
}
