package io.github.recsyseval.join;

import io.github.recsyseval.stat.GroupedMoments;
import io.github.recsyseval.stat.RatioMoments;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts every valid assignment of a finished join into its class, and counts by user how many find their exposure. How many are in each
 * class does not depend on the order of the input.
 */
public final class AssignmentBooks {
    /** Instead of the arm of a user in an experiment. */
    private static final int NONE = -1;

    private static final int SEVERAL = -2;
    private static final AssignmentClass[] CLASSES = AssignmentClass.values();

    private final AssignmentIndex assignments;
    private final ArmTable arms;
    private final byte[] classes;
    private final RatioMoments matched = new RatioMoments();
    private final GroupedMoments matchedByArm = new GroupedMoments();
    private final GroupedMoments otherUserByArm = new GroupedMoments();

    /** The books of an index, made when they are first asked for: after the join has matched it. Safe for several threads. */
    public static Supplier<AssignmentBooks> of(AssignmentIndex assignments) {
        return new Supplier<>() {
            private @Nullable AssignmentBooks books;

            @Override
            public synchronized AssignmentBooks get() {
                if (books == null) {
                    books = new AssignmentBooks(assignments);
                }
                return books;
            }
        };
    }

    /** @param assignments all of them, matched with the exposures */
    public AssignmentBooks(AssignmentIndex assignments) {
        this.assignments = assignments;
        arms = new ArmTable(assignments.arms());
        classes = new byte[assignments.size()];
        for (int row = 0; row < classes.length; row++) {
            AssignmentClass repeat = assignments.repeat(row);
            set(row, repeat == AssignmentClass.JOINED ? joined(row) : repeat);
        }
        users();
    }

    /** The class of a row of the index. */
    public AssignmentClass of(int row) {
        return CLASSES[classes[row]];
    }

    /** Assignments by class, in the order of the classes; those that were never indexed are not among them. */
    public long[] counts() {
        long[] counts = new long[CLASSES.length];
        for (byte is : classes) {
            counts[is]++;
        }
        return counts;
    }

    /** Assignments with an exposure / assignments, without those outside the period or of users left out; clustered by user. */
    public RatioMoments matched() {
        return matched;
    }

    /** The same for each of the arms of the index, by its number. */
    public List<RatioMoments> matchedByArm() {
        return matchedByArm.moments(arms.size());
    }

    /**
     * Assignments whose exposure has another user_id / assignments with an exposure, without those that a filter left out, for each of the arms
     * of the index, by its number; clustered by the user of the assignments.
     */
    public List<RatioMoments> otherUserByArm() {
        return otherUserByArm.moments(arms.size());
    }

    private int experimentOf(int row) {
        return arms.experiment(assignments.armNumber(row));
    }

    private AssignmentClass joined(int row) {
        if (assignments.isUnmatched(row)) {
            return AssignmentClass.UNMATCHED;
        }
        return assignments.isExcluded(row) ? AssignmentClass.EXCLUDED : AssignmentClass.JOINED;
    }

    private void set(int row, AssignmentClass is) {
        classes[row] = (byte) is.ordinal();
    }

    /** Goes through the assignments user by user. */
    private void users() {
        int[] armOfExperiment = new int[arms.size()];
        Arrays.fill(armOfExperiment, NONE);
        RowsByKey.visit(classes.length, assignments::user, row -> true, (rows, from, to) -> {
            boolean several = false;
            int joined = 0;
            int counted = 0;
            for (int i = from; i < to; i++) {
                int arm = assignments.armNumber(rows[i]);
                several |= isSeveral(armOfExperiment, arm);
                if (assignments.isInJoinRate(rows[i])) {
                    int found = assignments.isJoined(rows[i]) ? 1 : 0;
                    matchedByArm.add(arm, found);
                    if (assignments.isMatched(rows[i])) {
                        otherUserByArm.add(arm, assignments.isOfOtherUser(rows[i]) ? 1 : 0);
                    }
                    joined += found;
                    counted++;
                }
            }
            if (counted > 0) {
                matched.add(joined, counted);
                matchedByArm.endCluster();
                otherUserByArm.endCluster();
            }
            takeApart(rows, from, to, armOfExperiment, several);
        });
    }

    /** Puts joined assignments of a user with several variants of one experiment into a class of their own. */
    private void takeApart(int[] rows, int from, int to, int[] armOfExperiment, boolean several) {
        for (int i = from; i < to && several; i++) {
            if (armOfExperiment[experimentOf(rows[i])] == SEVERAL && of(rows[i]) == AssignmentClass.JOINED) {
                set(rows[i], AssignmentClass.SEVERAL_VARIANTS_OF_USER);
            }
        }
        for (int i = from; i < to; i++) {
            armOfExperiment[experimentOf(rows[i])] = NONE;
        }
    }

    /** Notes the arm of one of the user's assignments; whether it is not the only one of its experiment. */
    private boolean isSeveral(int[] armOfExperiment, int arm) {
        if (arms.isPlaceholder(arm)) {
            return false;
        }
        int known = armOfExperiment[arms.experiment(arm)];
        boolean several = known != NONE && known != arm;
        armOfExperiment[arms.experiment(arm)] = several ? SEVERAL : arm;
        return several;
    }
}
