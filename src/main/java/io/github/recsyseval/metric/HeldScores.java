package io.github.recsyseval.metric;

import io.github.recsyseval.rows.RowOrder;
import java.util.List;

/** Scores in the heap. */
final class HeldScores implements Scores {
    private final long[] user;
    private final long[] high;
    private final long[] low;
    private final int[] page;
    private final int[] row;
    private final List<ScorePage> pages;

    HeldScores(List<ScorePage> pages) {
        this.pages = pages;
        int size = Math.toIntExact(pages.stream().mapToLong(p -> p.size).sum());
        long[] users = new long[size];
        long[] highs = new long[size];
        long[] lows = new long[size];
        int[] from = new int[pages.size()];
        int at = 0;
        for (int p = 0; p < pages.size(); p++) {
            ScorePage each = pages.get(p);
            from[p] = at;
            System.arraycopy(each.user, 0, users, at, each.size);
            System.arraycopy(each.high, 0, highs, at, each.size);
            System.arraycopy(each.low, 0, lows, at, each.size);
            at += each.size;
        }
        int[] order = RowOrder.stable(RowOrder.stable(RowOrder.by(lows, size), highs, 64), users, 64);
        user = new long[size];
        high = new long[size];
        low = new long[size];
        page = new int[size];
        row = new int[size];
        for (int i = 0; i < size; i++) {
            user[i] = users[order[i]];
            high[i] = highs[order[i]];
            low[i] = lows[order[i]];
            page[i] = pageOf(from, order[i]);
            row[i] = order[i] - from[page[i]];
        }
    }

    /** The last page that begins at or before a row; empty pages begin where the next one does. */
    private static int pageOf(int[] from, int row) {
        int page = from.length - 1;
        while (from[page] > row) {
            page--;
        }
        return page;
    }

    @Override
    public int size() {
        return user.length;
    }

    @Override
    public long user(int i) {
        return user[i];
    }

    @Override
    public long high(int i) {
        return high[i];
    }

    @Override
    public long low(int i) {
        return low[i];
    }

    @Override
    public double score(int i, int column) {
        ScorePage of = pages.get(page[i]);
        return of.patterns.value(of.pattern[row[i]], column);
    }

    @Override
    public int slice(int breakdown, int i) {
        return pages.get(page[i]).slice[breakdown][row[i]];
    }

    @Override
    public ById byId() {
        return new Ids(RowOrder.stable(RowOrder.by(low, low.length), high, 64));
    }

    private final class Ids implements ById {
        private final int[] order;

        Ids(int[] order) {
            this.order = order;
        }

        @Override
        public int row(int i) {
            return order[i];
        }

        @Override
        public long high(int i) {
            return high[order[i]];
        }

        @Override
        public long low(int i) {
            return low[order[i]];
        }
    }
}
