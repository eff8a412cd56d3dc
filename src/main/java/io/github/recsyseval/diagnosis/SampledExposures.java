package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.rows.RowOrder;
import java.util.Arrays;

/** The evaluated exposures of a sample of users, in no particular order. */
final class SampledExposures {
    /** Of a longer list, the items beyond are not looked at. */
    private static final int MOST_ITEMS = 1000;

    /** Beyond so many items of all lists the sample is halved, too: lists of sixty-four are none too long for it. 16 MiB. */
    private static final int MOST_IN_ALL = 1 << 21;

    private final HashThreshold users = new HashThreshold();
    private final IdText ids = new IdText();
    private long[] user = new long[256];
    private long[] request = new long[256];
    private long[] time = new long[256];
    private boolean[] joined = new boolean[256];
    private int[] surface = new int[256];
    private int[] itemEnd = new int[256];
    private long[] items = new long[2048];
    private int size;

    boolean takes(long who) {
        return users.takes(who);
    }

    /** Adds a request, logged in {@code bytes[from, to)}, of a user who {@link #takes(long) belongs}. */
    void add(JoinedRequest seen, byte[] bytes, int from, int to) {
        int count = Math.min(seen.listedItems(), MOST_ITEMS);
        room(1, count);
        int start = itemStart(size);
        for (int i = 0; i < count; i++) {
            items[start + i] = seen.listedItem(i);
        }
        Arrays.sort(items, start, start + count);
        itemEnd[size] = start + count;
        user[size] = seen.user();
        request[size] = seen.requestFirst();
        time[size] = seen.timestamp();
        joined[size] = seen.matchedOutcomes() > 0;
        surface[size] = seen.surface();
        ids.add(bytes, from, to, seen.requestFirst());
        size++;
        shrink();
    }

    /** Adds the exposures of another sample, which loses those of users whom this one does not take. */
    void add(SampledExposures other) {
        if (users.lowerTo(other.users)) {
            narrow();
        }
        if (other.users.lowerTo(users)) {
            other.narrow();
        }
        int firstItem = itemStart(size);
        int moreItems = other.itemStart(other.size);
        room(other.size, moreItems);
        System.arraycopy(other.user, 0, user, size, other.size);
        System.arraycopy(other.request, 0, request, size, other.size);
        System.arraycopy(other.time, 0, time, size, other.size);
        System.arraycopy(other.joined, 0, joined, size, other.size);
        System.arraycopy(other.surface, 0, surface, size, other.size);
        System.arraycopy(other.items, 0, items, firstItem, moreItems);
        for (int row = 0; row < other.size; row++) {
            itemEnd[size + row] = firstItem + other.itemEnd[row];
        }
        ids.add(other.ids);
        size += other.size;
        shrink();
    }

    private void room(int moreRows, int moreItems) {
        if (size + moreRows > user.length) {
            int length = Math.max(2 * user.length, size + moreRows);
            user = Arrays.copyOf(user, length);
            request = Arrays.copyOf(request, length);
            time = Arrays.copyOf(time, length);
            joined = Arrays.copyOf(joined, length);
            surface = Arrays.copyOf(surface, length);
            itemEnd = Arrays.copyOf(itemEnd, length);
        }
        if (itemStart(size) + moreItems > items.length) {
            items = Arrays.copyOf(items, Math.max(2 * items.length, itemStart(size) + moreItems));
        }
    }

    private void shrink() {
        while (itemStart(size) > MOST_IN_ALL ? users.halves() : users.halvesAt(size)) {
            narrow();
        }
    }

    private void narrow() {
        int[] kept = new int[size];
        int count = 0;
        int end = 0;
        int start = 0;
        for (int row = 0; row < size; row++) {
            int next = itemEnd[row];
            if (users.takes(user[row])) {
                System.arraycopy(items, start, items, end, next - start);
                end += next - start;
                itemEnd[count] = end;
                user[count] = user[row];
                request[count] = request[row];
                time[count] = time[row];
                joined[count] = joined[row];
                surface[count] = surface[row];
                kept[count++] = row;
            }
            start = next;
        }
        ids.keep(kept, count);
        size = count;
    }

    /** The rows in the order of their users as unsigned numbers, and these. */
    RowOrder.Sorted byUser() {
        return RowOrder.sorted(user, size);
    }

    /** The times of rows. */
    long[] times(int[] rows) {
        long[] times = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            times[i] = time[rows[i]];
        }
        return times;
    }

    /** Sorts {@code rows[from, to)} by time and then by request. */
    void sortByTime(int[] rows, int from, int to) {
        RowOrder.sort(rows, from, to, time, request);
    }

    /** Whether any outcome has its request id. */
    boolean isJoined(int row) {
        return joined[row];
    }

    /** Whether two lists stood on one surface, or both name none. */
    boolean sameSurface(int row, int other) {
        return surface[row] == surface[other];
    }

    /** The request ids, in the order of the rows. */
    IdText ids() {
        return ids;
    }

    private int itemStart(int row) {
        return row == 0 ? 0 : itemEnd[row - 1];
    }

    /** Whether its list has no items. */
    boolean isEmpty(int row) {
        return itemEnd[row] == itemStart(row);
    }

    /** Whether an item is in its list. */
    boolean lists(int row, long item) {
        return Arrays.binarySearch(items, itemStart(row), itemEnd[row], item) >= 0;
    }

    /** Whether two lists hold the same items, in whatever order. */
    boolean sameList(int row, int other) {
        return Arrays.equals(items, itemStart(row), itemEnd[row], items, itemStart(other), itemEnd[other]);
    }
}
