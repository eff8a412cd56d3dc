package io.github.recsyseval.rows;

/** The requests of rows that are held in the heap. */
public final class HeldRequests implements RequestRows {
    private final long[] first;
    private final long[] second;
    private final RequestOrder directory;

    /**
     * The requests of sorted rows.
     *
     * @param count how many rows there are; the arrays may be longer
     * @param seldom whether most requests asked for will have no rows
     */
    public HeldRequests(long[] first, long[] second, int count, boolean seldom) {
        this.first = first;
        this.second = second;
        directory = RequestOrder.over(first, second, count, seldom);
    }

    @Override
    public int find(long requestFirst, long requestSecond) {
        return directory.find(requestFirst, requestSecond, first, second);
    }

    @Override
    public void find(long[] requestFirst, long[] requestSecond, int count, int[] rows) {
        directory.find(requestFirst, requestSecond, count, first, second, rows);
    }

    @Override
    public boolean isOf(int row, long requestFirst, long requestSecond) {
        return first[row] == requestFirst && second[row] == requestSecond;
    }

    @Override
    public long first(int row) {
        return first[row];
    }

    @Override
    public long second(int row) {
        return second[row];
    }
}
