package io.github.recsyseval.evaluation;

import io.github.recsyseval.metric.Scores;
import java.util.Arrays;

/** Rows of two score books with the same request id, which is unique on either side. 4 bytes for each row of the run. */
final class Pairs {
    private static final int NONE = -1;

    private final int[] baselineOf;
    private final int count;

    private Pairs(int[] baselineOf, int count) {
        this.baselineOf = baselineOf;
        this.count = count;
    }

    static Pairs of(Scores run, Scores baseline) {
        Scores.ById ofRun = run.byId();
        Scores.ById ofBaseline = baseline.byId();
        int[] baselineOf = new int[run.size()];
        Arrays.fill(baselineOf, NONE);
        int count = 0;
        for (int i = 0, j = 0; i < run.size() && j < baseline.size(); ) {
            int high = Long.compareUnsigned(ofRun.high(i), ofBaseline.high(j));
            int compared = high != 0 ? high : Long.compareUnsigned(ofRun.low(i), ofBaseline.low(j));
            if (compared == 0) {
                baselineOf[ofRun.row(i)] = ofBaseline.row(j);
                count++;
            }
            i += compared <= 0 ? 1 : 0;
            j += compared >= 0 ? 1 : 0;
        }
        return new Pairs(baselineOf, count);
    }

    int count() {
        return count;
    }

    /** Whether a row of the run has a pair. */
    boolean has(int row) {
        return baselineOf[row] != NONE;
    }

    /** The row of the baseline that goes with a row of the run; there has to be one. */
    int baseline(int row) {
        return baselineOf[row];
    }
}
