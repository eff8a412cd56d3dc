package io.github.recsyseval.rows;

import io.github.recsyseval.spill.SpillFile;
import io.github.recsyseval.spill.SpilledBytes;

/**
 * Rows of longs outside the heap, sorted by the request's hash in their first two longs, and what finds the rows of a request: a
 * directory of about half a byte a row and, as most requests asked for have no rows, a filter of one or two bytes a row.
 */
public final class SortedRequests implements RequestRows {
    /** A bucket of the directory holds about eight rows. */
    private static final int ROWS_PER_BUCKET_BITS = 3;

    private final SpilledBytes bytes;
    private final int width;
    private final int size;
    private final int[] directory;
    private final int shift;
    private final HashFilter filter;

    private SortedRequests(Builder builder) {
        bytes = builder.file.inPlace();
        width = builder.width;
        size = builder.row;
        directory = builder.directory;
        shift = builder.shift;
        filter = builder.filter;
    }

    public int size() {
        return size;
    }

    /** The value of a row in a column. */
    public long get(int row, int column) {
        return bytes.getLong((long) row * width + column);
    }

    @Override
    public int find(long first, long second) {
        if (!filter.mayContain(second)) {
            return -1;
        }
        int bucket = bucket(first, shift);
        for (int row = directory[bucket]; row < directory[bucket + 1]; row++) {
            if (isOf(row, first, second)) {
                return row;
            }
        }
        return -1;
    }

    @Override
    public boolean isOf(int row, long first, long second) {
        return get(row, 0) == first && get(row, 1) == second;
    }

    @Override
    public long first(int row) {
        return get(row, 0);
    }

    @Override
    public long second(int row) {
        return get(row, 1);
    }

    private static int bucket(long first, int shift) {
        return shift == Long.SIZE ? 0 : (int) (first >>> shift);
    }

    /** Takes the rows in their order. */
    static final class Builder {
        private final SpillFile file;
        private final int width;
        private final int[] directory;
        private final int shift;
        private final HashFilter filter;
        private int row;

        /** @param count how many rows will come */
        Builder(SpillFile file, int width, int count) {
            this.file = file;
            this.width = width;
            int bits = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(count >>> ROWS_PER_BUCKET_BITS));
            directory = new int[(1 << bits) + 1];
            shift = Long.SIZE - bits;
            filter = HashFilter.forCount(count);
        }

        /** Adds the row that begins at {@code from}. */
        void add(long[] rows, int from) {
            file.putLongs(rows, from, from + width);
            filter.add(rows[from + 1]);
            directory[bucket(rows[from], shift) + 1]++;
            row++;
        }

        SortedRequests build() {
            for (int bucket = 1; bucket < directory.length; bucket++) {
                directory[bucket] += directory[bucket - 1];
            }
            return new SortedRequests(this);
        }
    }
}
