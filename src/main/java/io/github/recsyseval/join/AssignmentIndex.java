package io.github.recsyseval.join;

import io.github.recsyseval.event.Assignment;
import io.github.recsyseval.rows.RequestRows;
import io.github.recsyseval.rows.SpilledRequests;
import io.github.recsyseval.spill.SpillBudget;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All valid assignments in columns, found by request id; filled, built, spilled and shared between threads as {@link OutcomeIndex} is.
 */
public final class AssignmentIndex {
    /** An experiment and one of its variants. */
    public record Arm(String experiment, String variant) {}

    /** What a row takes while it is sorted, with the room to grow. */
    private static final int BYTES_PER_ROW = 80;

    /** In an experiment with more variants most likely an id is logged as variant: none of them is looked at by itself. */
    public static final int MOST_VARIANTS = 1_000;

    private static final int LEAST_AT_ONCE = 1024;
    private static final int MOST_AT_ONCE = 1 << 21;

    private final SpillBudget budget;
    private final long mostHeld;
    private final ArmNumbers armNumbers = new ArmNumbers();
    private int size;
    private HeldAssignments held;
    private @Nullable SpilledRequests spilled;
    private @Nullable AssignmentRows rows;
    /** See {@link AssignmentState}. */
    private byte[] state = new byte[0];

    /** An index that is held in the heap, however large. */
    public AssignmentIndex() {
        this(0, SpillBudget.UNLIMITED);
    }

    /** @param expected a guess how many there will be; room for some is made at once, as growing leaves garbage behind */
    public AssignmentIndex(long expected, SpillBudget budget) {
        this.budget = budget;
        mostHeld = budget.bytes() / BYTES_PER_ROW;
        held = new HeldAssignments((int) Math.min(MOST_AT_ONCE, Math.max(LEAST_AT_ONCE, Math.min(expected, mostHeld))));
    }

    /** Copies an assignment into a row. */
    public void add(Assignment assignment) {
        int number = armNumbers.of(assignment.experiment, assignment.variant);
        if (size >= mostHeld) {
            spill(assignment, number);
        } else {
            held.add(assignment, number);
        }
        size = Math.incrementExact(size);
    }

    private void spill(Assignment assignment, int arm) {
        SpilledRequests to = spilled;
        if (to == null) {
            to = new SpilledRequests(budget, SpilledAssignments.WIDTH, (all, a, b) -> 0);
            spilled = to;
            held.addTo(to);
            held = new HeldAssignments(0);
        }
        to.add(SpilledAssignments.row(
                assignment.requestFirst, assignment.requestSecond, assignment.user, arm, assignment.timestamp));
    }

    /**
     * Sorts the rows and makes them findable; nothing can be added afterwards.
     *
     * @param orphans decides what becomes of the rows that no exposure claims
     */
    public void build(OrphanRule orphans) {
        state = new byte[size];
        if (spilled != null) {
            rows = new SpilledAssignments(spilled.sorted());
            spilled = null;
        } else {
            held.sort();
            rows = held;
        }
        Arrays.fill(state, AssignmentState.of(AssignmentClass.JOINED));
        AssignmentRepeats.find(this, (row, is) -> state[row] = AssignmentState.of(is));
        for (int row = 0; row < size && orphans != OrphanRule.KEEP_ALL; row++) {
            if (orphans.leavesOut(user(row), time(row))) {
                state[row] = AssignmentState.with(state[row], AssignmentState.EXCLUDED, false);
            }
        }
        rows().forgetTimes();
    }

    /** How many bytes of the heap the rows take. */
    public long heldBytes() {
        return (long) size * rows().bytesPerRow();
    }

    /**
     * Marks every assignment of the requests of a settled batch as having an exposure, one that is evaluated or one that a filter left
     * out. A loop of its own, in which the processor need not wait for one row's memory before it asks for the next one's.
     */
    void match(ExposureBatch batch) {
        for (int i = 0; i < batch.size && size > 0; i++) {
            if (batch.isFirst(i)) {
                match(batch.assignment[i], batch.first[i], batch.second[i], batch.user[i], batch.selection[i]);
            }
        }
    }

    /**
     * Marks every assignment of one request.
     *
     * @param from its first row, or negative, as {@link #find} says
     * @param who the user of its exposure
     */
    void match(int from, long requestFirst, long requestSecond, long who, Selection selected) {
        if (from < 0) {
            return;
        }
        int match = switch (selected) {
            case EVALUATED -> AssignmentState.MATCHED;
            case OTHER_CONTEXT -> AssignmentState.OTHER_CONTEXT;
            case EXCLUDED -> AssignmentState.EXCLUDED;
        };
        int row = from;
        do {
            state[row] = AssignmentState.with(state[row], match, user(row) != who);
            row++;
        } while (row < size && isOf(row, requestFirst, requestSecond));
    }

    private AssignmentRows rows() {
        if (rows == null) {
            throw new IllegalStateException("build() comes first");
        }
        return rows;
    }

    private RequestRows requests() {
        return rows().requests();
    }

    /** The first row of a request, whose rows stand together; negative when there is none. */
    public int find(long requestFirst, long requestSecond) {
        return requests().find(requestFirst, requestSecond);
    }

    /** The first row of each request of a batch, or -1. */
    void find(ExposureBatch batch, int[] rows) {
        requests().find(batch.first, batch.second, batch.size, rows);
    }

    /** The arms of rows, as {@link #armNumber} says; anything for negative ones. */
    void arms(int[] rows, int count, int[] arms) {
        for (int i = 0; i < count; i++) {
            arms[i] = rows[i] < 0 ? -1 : armNumber(rows[i]);
        }
    }

    /** Whether a row belongs to a request. */
    public boolean isOf(int row, long requestFirst, long requestSecond) {
        return requests().isOf(row, requestFirst, requestSecond);
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

    /** Microseconds since 1970; forgotten when the index is built. */
    long time(int row) {
        return rows().time(row);
    }

    public long user(int row) {
        return rows().user(row);
    }

    /** The number of the class of a row, as far as the user's other assignments do not matter. */
    byte classNumber(int row) {
        return AssignmentState.classNumber(state[row]);
    }

    /** All arms in the order of their first assignment. */
    public List<Arm> arms() {
        return armNumbers.arms();
    }

    /** The number of a row's arm in {@link #arms}. */
    public int armNumber(int row) {
        return rows().arm(row);
    }

    /** The number of a row's arm, with the part of {@link AssignmentState} that goes with it. */
    int stateWithArm(int row) {
        return AssignmentState.withArm(armNumber(row), state[row]);
    }
}
