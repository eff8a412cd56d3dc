package io.github.recsyseval.rows;

import io.github.recsyseval.spill.SpillBudget;
import io.github.recsyseval.spill.SpillFile;
import io.github.recsyseval.spill.SpillParts;
import io.github.recsyseval.spill.SpillReader;
import java.util.Comparator;

/**
 * Rows of longs, the first two a request's hash or any other key that is evenly spread, on their way to being sorted outside the heap: parted by the leading bits of the hash,
 * then sorted part by part. Rows of one request are put into an order of their own; where that says nothing they keep the order in which
 * they came.
 */
public final class SpilledRequests {
    /** Compares two rows of the same request: those that begin at {@code a} and at {@code b} in {@code rows}. */
    public interface WithinRequest {
        int compare(long[] rows, int a, int b);
    }

    private static final int RESULT_BUFFER = 1 << 16;

    private final SpillBudget budget;
    private final int width;
    private final WithinRequest within;
    private final SpillParts parts;
    private final int mostRows;

    /** @param width how many longs a row has */
    public SpilledRequests(SpillBudget budget, int width, WithinRequest within) {
        this.budget = budget;
        this.width = width;
        this.within = within;
        parts = new SpillParts(budget.space(), budget.bytes() / 4, 0);
        // A part that is sorted takes its rows, both halves of the hashes and two orders.
        mostRows = (int) Math.max(16, Math.min(1 << 24, budget.bytes() / (Long.BYTES * (width + 3))));
    }

    /** Puts one row down. */
    public void add(long[] row) {
        parts.of(row[0]).putLongs(row, 0, width);
    }

    /** All rows in order; nothing can be added afterwards. */
    public SortedRequests sorted() {
        int count = Math.toIntExact(parts.bytes() / (Long.BYTES * width));
        SpillFile file = budget.space().newFile(RESULT_BUFFER);
        SortedRequests.Builder builder = new SortedRequests.Builder(file, width, count);
        sort(parts, 0, builder);
        return builder.build();
    }

    private void sort(SpillParts from, int level, SortedRequests.Builder builder) {
        for (int part = 0; part < SpillParts.COUNT; part++) {
            SpillFile file = from.part(part);
            if (file == null) {
                continue;
            }
            try (file) {
                int rows = Math.toIntExact(file.bytes() / (Long.BYTES * width));
                if (rows <= mostRows || level == SpillParts.LEVELS - 1) {
                    sortHeld(file.reader(), rows, builder);
                } else {
                    try (SpillParts finer = new SpillParts(budget.space(), budget.bytes() / 4, level + 1)) {
                        split(file.reader(), finer);
                        sort(finer, level + 1, builder);
                    }
                }
            }
        }
    }

    private void split(SpillReader rows, SpillParts finer) {
        long[] row = new long[width];
        while (rows.hasMore()) {
            rows.getLongs(row, 0, width);
            finer.of(row[0]).putLongs(row, 0, width);
        }
    }

    private void sortHeld(SpillReader reader, int count, SortedRequests.Builder builder) {
        long[] rows = new long[Math.multiplyExact(count, width)];
        reader.getLongs(rows, 0, rows.length);
        long[] first = new long[count];
        long[] second = new long[count];
        for (int row = 0; row < count; row++) {
            first[row] = rows[row * width];
            second[row] = rows[row * width + 1];
        }
        int[] order = RequestOrder.sort(first, second, count).rows();
        RequestOrder.sortWithin(order, first, second, byRow(rows));
        for (int row : order) {
            builder.add(rows, row * width);
        }
    }

    private Comparator<Integer> byRow(long[] rows) {
        return (a, b) -> within.compare(rows, a * width, b * width);
    }
}
