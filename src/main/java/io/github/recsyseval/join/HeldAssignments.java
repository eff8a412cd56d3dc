package io.github.recsyseval.join;

import io.github.recsyseval.event.Assignment;
import io.github.recsyseval.rows.Columns;
import io.github.recsyseval.rows.HeldRequests;
import io.github.recsyseval.rows.RequestOrder;
import io.github.recsyseval.rows.RequestRows;
import io.github.recsyseval.rows.RowOrder;
import io.github.recsyseval.rows.SpilledRequests;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Assignments in columns: first in the order in which they are added, then sorted by {@link #sort}. */
final class HeldAssignments extends AssignmentRows {
    private int size;
    private long[] first;
    private long[] second;
    private long[] user;
    private long[] time;
    private int[] arm;
    private @Nullable RequestRows requests;

    /** @param capacity for how many room is made at once */
    HeldAssignments(int capacity) {
        first = new long[capacity];
        second = new long[capacity];
        user = new long[capacity];
        time = new long[capacity];
        arm = new int[capacity];
    }

    void add(Assignment assignment, int armNumber) {
        if (size == first.length) {
            first = Columns.grown(first);
            second = Columns.grown(second);
            user = Columns.grown(user);
            time = Columns.grown(time);
            arm = Arrays.copyOf(arm, first.length);
        }
        first[size] = assignment.requestFirst;
        second[size] = assignment.requestSecond;
        user[size] = assignment.user;
        time[size] = assignment.timestamp;
        arm[size++] = armNumber;
    }

    /** Adds all, which are not sorted yet, to rows on their way to a file. */
    void addTo(SpilledRequests rows) {
        for (int row = 0; row < size; row++) {
            rows.add(SpilledAssignments.row(first[row], second[row], user[row], arm[row], time[row]));
        }
    }

    /** Puts them into their order; nothing can be added afterwards. */
    void sort() {
        RowOrder.Sorted byRequest = RequestOrder.sort(first, second, size);
        int[] order = byRequest.rows();
        long[] sortedSecond = Columns.reorder(second, order, first);
        long[] sortedUser = Columns.reorder(user, order, second);
        time = Columns.reorder(time, order, user);
        user = sortedUser;
        arm = Columns.reorder(arm, order);
        requests = new HeldRequests(byRequest.keys(), sortedSecond, size, false);
        first = new long[0];
        second = first;
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
    long time(int row) {
        return time[row];
    }

    @Override
    int arm(int row) {
        return arm[row];
    }

    @Override
    void forgetTimes() {
        time = new long[0];
    }

    @Override
    int bytesPerRow() {
        return 40;
    }
}
