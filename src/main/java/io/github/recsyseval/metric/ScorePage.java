package io.github.recsyseval.metric;

import io.github.recsyseval.join.JoinedRequest;
import java.util.Arrays;

/** What one thread writes into a {@link ScoreBook}, while it computes the same scores for others. */
final class ScorePage implements RequestScorer {
    private final ScoreBook book;
    private final RequestScorer scorer;
    private final int mostHeld;
    private final double[] vector;
    /** What the numbers of patterns mean. */
    PatternTable patterns;

    long[] user = new long[16];
    long[] high = new long[16];
    long[] low = new long[16];
    int[] pattern = new int[16];
    /** By breakdown. */
    final int[][] slice;

    int size;

    /** @param mostHeld how many rows there may be before they are passed on to the book's file */
    ScorePage(ScoreBook book, RequestScorer scorer, int breakdowns, int mostHeld) {
        this.book = book;
        this.scorer = scorer;
        this.mostHeld = mostHeld;
        vector = new double[book.metrics().size()];
        slice = new int[breakdowns][16];
        patterns = new PatternTable(vector.length);
    }

    @Override
    public void score(JoinedRequest request, double[] out, int at) {
        scorer.score(request, out, at);
        if (size == mostHeld) {
            book.spill(this);
        }
        if (size == user.length) {
            grow();
        }
        System.arraycopy(out, at, vector, 0, vector.length);
        user[size] = request.user();
        high[size] = request.requestFirst();
        low[size] = request.requestSecond();
        pattern[size] = patterns.number(vector);
        for (int b = 0; b < slice.length; b++) {
            slice[b][size] = request.slice(b);
        }
        size++;
    }

    /** Puts all rows down; the page is empty afterwards. */
    void moveTo(SpilledScores.Builder rows) {
        for (int i = 0; i < size; i++) {
            patterns.copy(pattern[i], vector);
            rows.add(user[i], high[i], low[i], vector, slice, i);
        }
        size = 0;
        patterns = new PatternTable(vector.length);
    }

    private void grow() {
        int room = (int) Math.min(2L * size, mostHeld);
        user = Arrays.copyOf(user, room);
        high = Arrays.copyOf(high, room);
        low = Arrays.copyOf(low, room);
        pattern = Arrays.copyOf(pattern, room);
        for (int b = 0; b < slice.length; b++) {
            slice[b] = Arrays.copyOf(slice[b], room);
        }
    }
}
