package io.github.recsyseval.evaluation;

import io.github.recsyseval.metric.Scores;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads both sides of a metric once, user by user, and sums up every slice. Nothing is held but the sums of the slices, and which of
 * them the present user is in.
 */
final class PairedReading {
    /** Of a row that is in no slice. */
    static final int NONE = -1;

    private final Scores run;
    private final Scores baseline;
    private final int column;
    private final boolean higherIsBetter;
    private final @Nullable PairedScores[] slices;
    private int[] met = new int[16];
    private int metSize;
    private boolean[] isMet;

    /**
     * A reading of nothing yet.
     *
     * @param column the metric
     * @param slices how many there are
     */
    PairedReading(Scores run, Scores baseline, int column, boolean higherIsBetter, int slices) {
        this.run = run;
        this.baseline = baseline;
        this.column = column;
        this.higherIsBetter = higherIsBetter;
        this.slices = new @Nullable PairedScores[slices];
        isMet = new boolean[slices];
    }

    /**
     * Takes pairs of requests; those that do not count on both sides are left out.
     *
     * @param slice of a row of the run
     */
    PairedReading byRequest(Pairs pairs, IntUnaryOperator slice) {
        for (int row = 0; row < run.size(); row++) {
            if (row > 0 && run.user(row) != run.user(row - 1)) {
                endUser(false);
            }
            if (pairs.has(row)) {
                double after = run.score(row, column);
                double before = baseline.score(pairs.baseline(row), column);
                if (!Double.isNaN(after) && !Double.isNaN(before)) {
                    meet(slice.applyAsInt(row)).addPair(after, before);
                }
            }
        }
        endUser(false);
        return this;
    }

    /**
     * Takes users who have requests that count on both sides, in the same slice.
     *
     * @param slice of a row of the run
     * @param baselineSlice the number that the slice of a row of the baseline has in the run, or {@link #NONE}
     */
    PairedReading byUser(IntUnaryOperator slice, IntUnaryOperator baselineSlice) {
        int before = 0;
        for (int row = 0; row < run.size(); ) {
            long user = run.user(row);
            for (; row < run.size() && run.user(row) == user; row++) {
                double score = run.score(row, column);
                if (!Double.isNaN(score)) {
                    meet(slice.applyAsInt(row)).addAfter(score);
                }
            }
            while (before < baseline.size() && Long.compareUnsigned(baseline.user(before), user) < 0) {
                before++;
            }
            for (; before < baseline.size() && baseline.user(before) == user; before++) {
                double score = baseline.score(before, column);
                int number = baselineSlice.applyAsInt(before);
                if (!Double.isNaN(score) && number != NONE) {
                    meet(number).addBefore(score);
                }
            }
            endUser(true);
        }
        return this;
    }

    /** The sums of a slice. */
    PairedScores of(int slice) {
        PairedScores scores = slices[slice];
        if (scores == null) {
            scores = new PairedScores(higherIsBetter);
            slices[slice] = scores;
        }
        return scores;
    }

    private PairedScores meet(int slice) {
        if (!isMet[slice]) {
            if (metSize == met.length) {
                met = Arrays.copyOf(met, 2 * metSize);
            }
            met[metSize++] = slice;
            isMet[slice] = true;
        }
        return of(slice);
    }

    private void endUser(boolean asPair) {
        for (int i = 0; i < metSize; i++) {
            PairedScores scores = of(met[i]);
            if (asPair) {
                scores.endUserAsPair();
            } else {
                scores.endUser();
            }
            isMet[met[i]] = false;
        }
        metSize = 0;
    }
}
