package io.github.recsyseval.join;

import io.github.recsyseval.event.EventType;
import io.github.recsyseval.event.Outcome;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All valid outcomes in columns, found by request id. Filled with {@link #add}, closed once with {@link #build}; from then on the
 * rows stand sorted by request, and within a request by time, item, type, value and user, so that nothing depends on the order
 * of the input. Each row belongs to one request, so threads that settle different requests may write classes at the same time.
 */
public final class OutcomeIndex {
    private int size;
    private long[] first = new long[1024];
    private long[] second = new long[1024];
    private long[] user = new long[1024];
    private long[] item = new long[1024];
    private long[] time = new long[1024];
    private double[] value = new double[1024];
    private byte[] type = new byte[1024];
    private byte[] outcomeClass = new byte[0];
    private int[] source = new int[0];
    private @Nullable RequestOrder directory;

    /** Copies an outcome into a row. */
    public void add(Outcome outcome) {
        if (size == first.length) {
            growAll();
        }
        first[size] = outcome.requestFirst;
        second[size] = outcome.requestSecond;
        user[size] = outcome.user;
        item[size] = outcome.item;
        time[size] = outcome.timestamp;
        value[size] = outcome.value;
        type[size++] = (byte) outcome.type.ordinal();
    }

    private void growAll() {
        first = Columns.grown(first);
        second = Columns.grown(second);
        user = Columns.grown(user);
        item = Columns.grown(item);
        time = Columns.grown(time);
        value = Arrays.copyOf(value, first.length);
        type = Arrays.copyOf(type, first.length);
    }

    /** Sorts the rows and makes them findable; nothing can be added afterwards. */
    public void build() {
        int[] order = RequestOrder.sort(first, second, size);
        sortWithinRequests(order);
        first = Columns.reorder(first, order);
        second = Columns.reorder(second, order);
        user = Columns.reorder(user, order);
        item = Columns.reorder(item, order);
        time = Columns.reorder(time, order);
        value = Columns.reorder(value, order);
        type = Columns.reorder(type, order);
        source = order;
        outcomeClass = new byte[size];
        Arrays.fill(outcomeClass, (byte) OutcomeClass.UNMATCHED.ordinal());
        directory = RequestOrder.over(first, second, size);
    }

    private void sortWithinRequests(int[] order) {
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && first[order[to]] == first[order[from]] && second[order[to]] == second[order[from]]) {
                to++;
            }
            if (to - from > 1) {
                Integer[] rows = new Integer[to - from];
                for (int i = from; i < to; i++) {
                    rows[i - from] = order[i];
                }
                Arrays.sort(rows, this::compareWithinRequest);
                for (int i = from; i < to; i++) {
                    order[i] = rows[i - from];
                }
            }
            from = to;
        }
    }

    private int compareWithinRequest(int a, int b) {
        int byTime = Long.compare(time[a], time[b]);
        if (byTime != 0) {
            return byTime;
        }
        int byItem = Long.compare(item[a], item[b]);
        if (byItem != 0) {
            return byItem;
        }
        int byType = Byte.compare(type[a], type[b]);
        if (byType != 0) {
            return byType;
        }
        int byValue = Double.compare(value[a], value[b]);
        return byValue != 0 ? byValue : Long.compare(user[a], user[b]);
    }

    /** The first row of a request, or -1. */
    public int find(long requestFirst, long requestSecond) {
        if (directory == null) {
            throw new IllegalStateException("build() comes first");
        }
        return directory.find(requestFirst, requestSecond, first, second);
    }

    /** The row after the last one of the request whose first row is {@code row}. */
    public int end(int row) {
        int end = row + 1;
        while (end < size && first[end] == first[row] && second[end] == second[row]) {
            end++;
        }
        return end;
    }

    public int size() {
        return size;
    }

    /** The first 64 bits of the request id's hash. */
    public long requestFirst(int row) {
        return first[row];
    }

    public long user(int row) {
        return user[row];
    }

    public long item(int row) {
        return item[row];
    }

    /** Microseconds since 1970. */
    public long time(int row) {
        return time[row];
    }

    /** NaN when not logged. */
    public double value(int row) {
        return value[row];
    }

    public boolean isClick(int row) {
        return type[row] == EventType.CLICK.ordinal();
    }

    public OutcomeClass outcomeClass(int row) {
        return OutcomeClass.of(outcomeClass[row]);
    }

    public void classify(int row, OutcomeClass is) {
        outcomeClass[row] = (byte) is.ordinal();
    }

    /** Which of the added outcomes, counted from 0 in input order, stands in this row. */
    public int source(int row) {
        return source[row];
    }
}
