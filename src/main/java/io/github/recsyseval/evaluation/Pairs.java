package io.github.recsyseval.evaluation;

import io.github.recsyseval.join.RowOrder;
import io.github.recsyseval.metric.ScoreBook;
import java.util.Arrays;

/** Rows of two score books that belong together. */
final class Pairs {
    /** Rows of the run and of the baseline; those of a user stand together, users ascending. */
    final int[] after;

    final int[] before;

    private Pairs(int[] after, int[] before) {
        this.after = after;
        this.before = before;
    }

    /** Rows with the same request id, which is unique on either side. */
    static Pairs byRequest(ScoreBook.Scores run, ScoreBook.Scores baseline) {
        int[] runOrder = byId(run);
        int[] baselineOrder = byId(baseline);
        int[] after = new int[Math.min(run.size(), baseline.size())];
        int[] before = new int[after.length];
        int size = 0;
        for (int i = 0, j = 0; i < runOrder.length && j < baselineOrder.length; ) {
            int compared = compare(run, runOrder[i], baseline, baselineOrder[j]);
            if (compared == 0) {
                after[size] = runOrder[i];
                before[size++] = baselineOrder[j];
            }
            i += compared <= 0 ? 1 : 0;
            j += compared >= 0 ? 1 : 0;
        }
        return inOrderOfRun(Arrays.copyOf(after, size), Arrays.copyOf(before, size), run.size());
    }

    /** The pairs of each slice of the run, by slice number. */
    Pairs[] bySlice(ScoreBook.Scores run, int breakdown, int slices) {
        int[] key = new int[after.length];
        int[] order = new int[after.length];
        for (int i = 0; i < after.length; i++) {
            key[i] = run.slice(breakdown, after[i]);
            order[i] = i;
        }
        int[] starts = new int[slices + 1];
        int[] grouped = RowOrder.grouped(order, key, starts);
        Pairs[] parts = new Pairs[slices];
        for (int s = 0; s < slices; s++) {
            int[] part = Arrays.copyOfRange(grouped, starts[s], starts[s + 1]);
            parts[s] = new Pairs(
                    Arrays.stream(part).map(i -> after[i]).toArray(),
                    Arrays.stream(part).map(i -> before[i]).toArray());
        }
        return parts;
    }

    /** The rows of one side by slice number. */
    static int[][] rowsBySlice(ScoreBook.Scores scores, int breakdown, int slices) {
        int[] key = new int[scores.size()];
        Arrays.setAll(key, row -> scores.slice(breakdown, row));
        int[] starts = new int[slices + 1];
        int[] grouped = RowOrder.grouped(allRows(scores), key, starts);
        int[][] parts = new int[slices][];
        Arrays.setAll(parts, s -> Arrays.copyOfRange(grouped, starts[s], starts[s + 1]));
        return parts;
    }

    static int[] allRows(ScoreBook.Scores scores) {
        int[] rows = new int[scores.size()];
        Arrays.setAll(rows, row -> row);
        return rows;
    }

    private static int[] byId(ScoreBook.Scores scores) {
        long[] high = new long[scores.size()];
        long[] low = new long[scores.size()];
        for (int i = 0; i < high.length; i++) {
            high[i] = scores.high(i);
            low[i] = scores.low(i);
        }
        return RowOrder.stable(RowOrder.by(low, low.length), high, 64);
    }

    private static int compare(ScoreBook.Scores run, int i, ScoreBook.Scores baseline, int j) {
        int high = Long.compareUnsigned(run.high(i), baseline.high(j));
        return high != 0 ? high : Long.compareUnsigned(run.low(i), baseline.low(j));
    }

    private static Pairs inOrderOfRun(int[] after, int[] before, int rows) {
        int[] beforeOf = new int[rows];
        Arrays.fill(beforeOf, -1);
        for (int i = 0; i < after.length; i++) {
            beforeOf[after[i]] = before[i];
        }
        int size = 0;
        for (int row = 0; row < rows; row++) {
            if (beforeOf[row] >= 0) {
                after[size] = row;
                before[size++] = beforeOf[row];
            }
        }
        return new Pairs(after, before);
    }
}
