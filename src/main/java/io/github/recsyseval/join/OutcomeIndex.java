package io.github.recsyseval.join;

import io.github.recsyseval.event.EventType;
import io.github.recsyseval.event.Outcome;
import io.github.recsyseval.spill.SpillBudget;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All valid outcomes in columns, found by request id. Filled with {@link #add}, closed once with {@link #build}; from then on the
 * rows stand sorted by request, and within a request by time, item, type, value and user, so that nothing depends on the order
 * of the input. Each row belongs to one request, so threads that settle different requests may write classes at the same time.
 *
 * <p>Beyond the budget the columns stand sorted in a temporary file; a byte for the class and about two that find the row stay in the
 * heap.
 */
public final class OutcomeIndex {
    /** What a row takes while it is sorted, with the room to grow. */
    private static final int BYTES_PER_ROW = 96;

    /** In the byte of a class: join rates count the outcome as matched, whatever else leaves it out. */
    private static final byte OTHER_CONTEXT = 0x40;

    private static final EventType[] TYPES = EventType.values();

    private final SpillBudget budget;
    private final long mostHeld;
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
    private @Nullable RequestRows requests;
    private @Nullable SpilledRequests spilled;
    private @Nullable SortedRequests sorted;

    /** An index that is held in the heap, however large. */
    public OutcomeIndex() {
        this(SpillBudget.UNLIMITED);
    }

    public OutcomeIndex(SpillBudget budget) {
        this.budget = budget;
        mostHeld = budget.bytes() / BYTES_PER_ROW;
    }

    /** Copies an outcome into a row. */
    public void add(Outcome outcome) {
        if (size >= mostHeld) {
            spill(outcome);
            return;
        }
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

    private void spill(Outcome outcome) {
        SpilledRequests rows = spilled;
        if (rows == null) {
            rows = new SpilledRequests(budget, OutcomeRow.WIDTH, OutcomeRow::compare);
            spilled = rows;
            Outcome held = new Outcome();
            for (int i = 0; i < size; i++) {
                copy(i, held);
                rows.add(OutcomeRow.of(held, i));
            }
            release();
        }
        rows.add(OutcomeRow.of(outcome, size));
        size = Math.incrementExact(size);
    }

    /** Copies a row that was added and not yet sorted into an outcome. */
    private void copy(int row, Outcome outcome) {
        outcome.requestFirst = first[row];
        outcome.requestSecond = second[row];
        outcome.user = user[row];
        outcome.item = item[row];
        outcome.timestamp = time[row];
        outcome.value = value[row];
        outcome.type = TYPES[type[row]];
    }

    private void release() {
        first = new long[0];
        second = first;
        user = first;
        item = first;
        time = first;
        value = new double[0];
        type = new byte[0];
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

    /**
     * Sorts the rows and makes them findable; nothing can be added afterwards.
     *
     * @param orphans decides what becomes of the rows that no exposure claims
     */
    public void build(OrphanRule orphans) {
        if (spilled != null) {
            sorted = spilled.sorted();
            requests = sorted;
            spilled = null;
        } else {
            sort();
        }
        outcomeClass = new byte[size];
        for (int row = 0; row < size; row++) {
            boolean leftOut = orphans != OrphanRule.KEEP_ALL && orphans.leavesOut(user(row), time(row));
            classify(row, leftOut ? OutcomeClass.EXCLUDED : OutcomeClass.UNMATCHED);
        }
    }

    private void sort() {
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

    /** How many bytes of the heap the rows take. */
    public long heldBytes() {
        return (long) size * (sorted == null ? 64 : 4);
    }

    private int compareWithinRequest(int a, int b) {
        return OutcomeRow.compare(
                time[a], time[b], item[a], item[b], type[a], type[b], value[a], value[b], user[a], user[b]);
    }

    private RequestRows requests() {
        if (requests == null) {
            throw new IllegalStateException("build() comes first");
        }
        return requests;
    }

    /** The first row of each request of a batch, or -1. */
    void find(ExposureBatch batch, int[] rows) {
        requests().find(batch, rows);
    }

    /** The row after the last one of the request whose first row is {@code row}. */
    public int end(int row) {
        RequestRows rows = requests();
        long requestFirst = rows.first(row);
        long requestSecond = rows.second(row);
        int end = row + 1;
        while (end < size && rows.isOf(end, requestFirst, requestSecond)) {
            end++;
        }
        return end;
    }

    public int size() {
        return size;
    }

    /** The first 64 bits of the request id's hash. */
    public long requestFirst(int row) {
        return requests().first(row);
    }

    /** The other 64 bits. */
    public long requestSecond(int row) {
        return requests().second(row);
    }

    public long user(int row) {
        return sorted == null ? user[row] : sorted.get(row, OutcomeRow.USER);
    }

    public long item(int row) {
        return sorted == null ? item[row] : sorted.get(row, OutcomeRow.ITEM);
    }

    /** Microseconds since 1970. */
    public long time(int row) {
        return sorted == null ? time[row] : sorted.get(row, OutcomeRow.TIME);
    }

    /** NaN when not logged. */
    public double value(int row) {
        return sorted == null ? value[row] : Double.longBitsToDouble(sorted.get(row, OutcomeRow.VALUE));
    }

    public boolean isClick(int row) {
        int is = sorted == null ? type[row] : OutcomeRow.type(sorted, row);
        return is == EventType.CLICK.ordinal();
    }

    public OutcomeClass outcomeClass(int row) {
        return OutcomeClass.of((byte) (outcomeClass[row] & ~OTHER_CONTEXT));
    }

    public void classify(int row, OutcomeClass is) {
        outcomeClass[row] = (byte) is.ordinal();
    }

    /** Leaves out an outcome whose exposure is not evaluated. */
    void exclude(int row, Selection why) {
        int kept = why == Selection.OTHER_CONTEXT ? OTHER_CONTEXT : 0;
        outcomeClass[row] = (byte) (OutcomeClass.EXCLUDED.ordinal() | kept);
    }

    /** Whether it is a conversion, and no filter leaves it out. */
    public boolean isKeptConversion(int row) {
        return !isClick(row) && outcomeClass(row) != OutcomeClass.EXCLUDED;
    }

    /** Whether the join rate counts the outcome at all. */
    public boolean isInJoinRate(int row) {
        return outcomeClass[row] != OutcomeClass.EXCLUDED.ordinal();
    }

    /** Whether the join rate counts it as matched. */
    public boolean isJoined(int row) {
        return (outcomeClass[row] & OTHER_CONTEXT) != 0 || outcomeClass(row).isMatched();
    }

    /** Which of the added outcomes, counted from 0 in input order, stands in this row. */
    public int source(int row) {
        return sorted == null ? source[row] : OutcomeRow.source(sorted, row);
    }
}
