package io.github.recsyseval.join;

import io.github.recsyseval.event.EventType;
import io.github.recsyseval.event.Outcome;
import io.github.recsyseval.rows.Columns;
import io.github.recsyseval.rows.HeldRequests;
import io.github.recsyseval.rows.RequestOrder;
import io.github.recsyseval.rows.RequestRows;
import io.github.recsyseval.rows.RowOrder;
import io.github.recsyseval.rows.SpilledRequests;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Outcomes in columns: first in the order in which they are added, then sorted by {@link #sort}. */
final class HeldOutcomes extends OutcomeRows {
    private static final EventType[] TYPES = EventType.values();

    private int size;
    private long[] first = new long[1024];
    private long[] second = new long[1024];
    private long[] user = new long[1024];
    private long[] item = new long[1024];
    private long[] time = new long[1024];
    private double[] value = new double[1024];
    private byte[] type = new byte[1024];
    private int[] source = new int[0];
    private @Nullable RequestRows requests;

    void add(Outcome outcome) {
        if (size == first.length) {
            grow();
        }
        first[size] = outcome.requestFirst;
        second[size] = outcome.requestSecond;
        user[size] = outcome.user;
        item[size] = outcome.item;
        time[size] = outcome.timestamp;
        value[size] = outcome.value;
        type[size++] = (byte) outcome.type.ordinal();
    }

    private void grow() {
        first = Columns.grown(first);
        second = Columns.grown(second);
        user = Columns.grown(user);
        item = Columns.grown(item);
        time = Columns.grown(time);
        value = Arrays.copyOf(value, first.length);
        type = Arrays.copyOf(type, first.length);
    }

    /** Adds all, which are not sorted yet, to rows on their way to a file. */
    void addTo(SpilledRequests rows) {
        Outcome outcome = new Outcome();
        for (int row = 0; row < size; row++) {
            outcome.requestFirst = first[row];
            outcome.requestSecond = second[row];
            outcome.user = user[row];
            outcome.item = item[row];
            outcome.timestamp = time[row];
            outcome.value = value[row];
            outcome.type = TYPES[type[row]];
            rows.add(OutcomeRow.of(outcome, row));
        }
    }

    /** Puts them into their order; nothing can be added afterwards. */
    void sort() {
        RowOrder.Sorted byRequest = RequestOrder.sort(first, second, size);
        int[] order = byRequest.rows();
        RequestOrder.sortWithin(order, first, second, this::compareWithinRequest);
        requests = new HeldRequests(byRequest.keys(), Columns.reorder(second, order), size, true);
        first = new long[0];
        second = first;
        user = Columns.reorder(user, order);
        item = Columns.reorder(item, order);
        time = Columns.reorder(time, order);
        value = Columns.reorder(value, order);
        type = Columns.reorder(type, order);
        source = order;
    }

    private int compareWithinRequest(int a, int b) {
        return OutcomeRow.compare(
                time[a], time[b], item[a], item[b], type[a], type[b], value[a], value[b], user[a], user[b]);
    }

    @Override
    RequestRows requests() {
        if (requests == null) {
            throw new IllegalStateException("not sorted yet");
        }
        return requests;
    }

    @Override
    long user(int row) {
        return user[row];
    }

    @Override
    long item(int row) {
        return item[row];
    }

    @Override
    long time(int row) {
        return time[row];
    }

    @Override
    double value(int row) {
        return value[row];
    }

    @Override
    int type(int row) {
        return type[row];
    }

    @Override
    int source(int row) {
        return source[row];
    }

    @Override
    int bytesPerRow() {
        return 64;
    }
}
