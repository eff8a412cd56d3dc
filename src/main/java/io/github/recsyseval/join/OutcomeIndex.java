package io.github.recsyseval.join;

import io.github.recsyseval.event.EventType;
import io.github.recsyseval.event.Outcome;
import io.github.recsyseval.rows.RequestRows;
import io.github.recsyseval.rows.SpilledRequests;
import io.github.recsyseval.spill.SpillBudget;
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

    private final SpillBudget budget;
    private final long mostHeld;
    private int size;
    private HeldOutcomes held = new HeldOutcomes();
    private @Nullable SpilledRequests spilled;
    private @Nullable OutcomeRows rows;
    private byte[] outcomeClass = new byte[0];

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
        } else {
            held.add(outcome);
        }
        size = Math.incrementExact(size);
    }

    private void spill(Outcome outcome) {
        SpilledRequests to = spilled;
        if (to == null) {
            to = new SpilledRequests(budget, OutcomeRow.WIDTH, OutcomeRow::compare);
            spilled = to;
            held.addTo(to);
            held = new HeldOutcomes();
        }
        to.add(OutcomeRow.of(outcome, size));
    }

    /**
     * Sorts the rows and makes them findable; nothing can be added afterwards.
     *
     * @param orphans decides what becomes of the rows that no exposure claims
     */
    public void build(OrphanRule orphans) {
        if (spilled != null) {
            rows = new SpilledOutcomes(spilled.sorted());
            spilled = null;
        } else {
            held.sort();
            rows = held;
        }
        outcomeClass = new byte[size];
        for (int row = 0; row < size; row++) {
            boolean leftOut = orphans != OrphanRule.KEEP_ALL && orphans.leavesOut(user(row), time(row));
            classify(row, leftOut ? OutcomeClass.EXCLUDED : OutcomeClass.UNMATCHED);
        }
    }

    /** How many bytes of the heap the rows take. */
    public long heldBytes() {
        return (long) size * rows().bytesPerRow();
    }

    private OutcomeRows rows() {
        if (rows == null) {
            throw new IllegalStateException("build() comes first");
        }
        return rows;
    }

    private RequestRows requests() {
        return rows().requests();
    }

    /** The first row of each request of a batch, or -1. */
    void find(ExposureBatch batch, int[] rows) {
        requests().find(batch.first, batch.second, batch.size, rows);
    }

    /** The row after the last one of the request whose first row is {@code row}. */
    public int end(int row) {
        RequestRows requests = requests();
        long requestFirst = requests.first(row);
        long requestSecond = requests.second(row);
        int end = row + 1;
        while (end < size && requests.isOf(end, requestFirst, requestSecond)) {
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
        return rows().user(row);
    }

    public long item(int row) {
        return rows().item(row);
    }

    /** Microseconds since 1970. */
    public long time(int row) {
        return rows().time(row);
    }

    /** NaN when not logged. */
    public double value(int row) {
        return rows().value(row);
    }

    public boolean isClick(int row) {
        return rows().type(row) == EventType.CLICK.ordinal();
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
        return rows().source(row);
    }
}
