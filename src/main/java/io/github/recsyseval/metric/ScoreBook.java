package io.github.recsyseval.metric;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.join.RowOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The scores of every request, kept one by one under the request's id, so that two lists for the same request or user can be
 * compared. About 30 bytes a request, and 4 a breakdown.
 */
public final class ScoreBook {
    private final MetricGroup group;
    private final int breakdowns;
    private final List<Page> pages = Collections.synchronizedList(new ArrayList<>());

    /**
     * A book of the scores of {@code group}.
     *
     * @param breakdowns how many there are besides the total
     */
    public ScoreBook(MetricGroup group, int breakdowns) {
        this.group = group;
        this.breakdowns = breakdowns;
    }

    /** The metrics of the book. */
    public List<RequestMetric> metrics() {
        return group.metrics();
    }

    /** The same metrics, computed as before and written down here too. */
    public MetricGroup recorded() {
        return new MetricGroup(group.metrics(), () -> {
            Page page = new Page(group.scorers().get());
            pages.add(page);
            return page;
        });
    }

    /** All requests, ordered by user and then by request id: the same for any order of the input. */
    public Scores scores() {
        return new Scores(this);
    }

    /** What one thread wrote. */
    private final class Page implements RequestScorer {
        private final RequestScorer scorer;
        private final PatternTable patterns = new PatternTable(group.metrics().size());
        private final double[] vector = new double[group.metrics().size()];
        private final int[][] slice = new int[breakdowns][1024];
        private long[] user = new long[1024];
        private long[] high = new long[1024];
        private long[] low = new long[1024];
        private int[] pattern = new int[1024];
        private int size;

        Page(RequestScorer scorer) {
            this.scorer = scorer;
        }

        @Override
        public void score(JoinedRequest request, double[] out, int at) {
            scorer.score(request, out, at);
            if (size == user.length) {
                grow();
            }
            System.arraycopy(out, at, vector, 0, vector.length);
            user[size] = request.user();
            high[size] = request.idHigh();
            low[size] = request.idLow();
            pattern[size] = patterns.number(vector);
            for (int b = 0; b < breakdowns; b++) {
                slice[b][size] = request.slice(b);
            }
            size++;
        }

        private void grow() {
            user = Arrays.copyOf(user, 2 * size);
            high = Arrays.copyOf(high, 2 * size);
            low = Arrays.copyOf(low, 2 * size);
            pattern = Arrays.copyOf(pattern, 2 * size);
            for (int b = 0; b < breakdowns; b++) {
                slice[b] = Arrays.copyOf(slice[b], 2 * size);
            }
        }
    }

    /** The rows of a book in order. */
    public static final class Scores {
        private final long[] user;
        private final long[] high;
        private final long[] low;
        private final int[] page;
        private final int[] row;
        private final List<Page> pages;

        private Scores(ScoreBook book) {
            pages = List.copyOf(book.pages);
            int size = Math.toIntExact(pages.stream().mapToLong(p -> p.size).sum());
            long[] users = new long[size];
            long[] highs = new long[size];
            long[] lows = new long[size];
            int[] from = new int[pages.size()];
            int at = 0;
            for (int p = 0; p < pages.size(); p++) {
                Page each = pages.get(p);
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

        public int size() {
            return user.length;
        }

        /** The hash of the user of row i. */
        public long user(int i) {
            return user[i];
        }

        /** The first 64 bits of the hash of the request id of row i. */
        public long high(int i) {
            return high[i];
        }

        /** The other 64 bits. */
        public long low(int i) {
            return low[i];
        }

        /** The score of row i in a column; NaN where the request does not count. */
        public double score(int i, int column) {
            Page of = pages.get(page[i]);
            return of.patterns.value(of.pattern[row[i]], column);
        }

        /** The slice of row i. */
        public int slice(int breakdown, int i) {
            return pages.get(page[i]).slice[breakdown][row[i]];
        }
    }
}
