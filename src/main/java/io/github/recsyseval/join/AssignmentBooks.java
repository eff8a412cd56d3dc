package io.github.recsyseval.join;

import io.github.recsyseval.rows.HashFilter;
import io.github.recsyseval.rows.RowsByKey;
import io.github.recsyseval.stat.GroupedMoments;
import io.github.recsyseval.stat.RatioMoments;
import java.util.Arrays;
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
    /** The arm of the present user in each experiment. */
    private final int[] armOfExperiment;

    private final RatioMoments matched = new RatioMoments();
    private final GroupedMoments matchedByArm = new GroupedMoments();
    private final GroupedMoments otherUserByArm = new GroupedMoments();
    /** How many assignments of the present user are joined, of those that the join rate counts. */
    private int joined;

    private int counted;

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
        armOfExperiment = new int[arms.size()];
        Arrays.fill(armOfExperiment, NONE);
        classes = new byte[assignments.size()];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = assignments.classNumber(row);
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

    /** The same of one of the arms of the index, by its number; empty for one of too many to be looked at by themselves. */
    public RatioMoments matched(int arm) {
        return matchedByArm.get(arm);
    }

    /**
     * Assignments whose exposure has another user_id / assignments with an exposure, without those that a filter left out, of an arm as
     * above; clustered by the user of the assignments.
     */
    public RatioMoments otherUser(int arm) {
        return otherUserByArm.get(arm);
    }

    private int experimentOf(int row) {
        return arms.experiment(assignments.armNumber(row));
    }

    /** Goes through the assignments user by user, and once more through those of users who may have several variants. */
    private void users() {
        HashFilter several = HashFilter.forCount(classes.length >> 4);
        boolean[] any = new boolean[1];
        RowsByKey.visit(
                classes.length, assignments::user, row -> true, assignments::stateWithArm, (user, states, from, to) -> {
                    count(states, from, to);
                    if (hasSeveral(states, from, to)) {
                        several.add(user);
                        any[0] = true;
                    }
                });
        if (any[0]) {
            RowsByKey.visit(
                    classes.length,
                    assignments::user,
                    row -> several.mayContain(assignments.user(row)),
                    this::takeApart);
        }
    }

    /** Counts the assignments of a user. */
    private void count(int[] states, int from, int to) {
        joined = 0;
        counted = 0;
        for (int start = from; start < to; ) {
            int end = endOfArm(states, start, to);
            countArm(states, start, end);
            start = end;
        }
        if (counted > 0) {
            matched.add(joined, counted);
            matchedByArm.endCluster();
            otherUserByArm.endCluster();
        }
    }

    /** Where assignments to another arm than that of the first of them begin. */
    private static int endOfArm(int[] states, int from, int to) {
        int arm = AssignmentState.arm(states[from]);
        int end = from + 1;
        while (end < to && AssignmentState.arm(states[end]) == arm) {
            end++;
        }
        return end;
    }

    /** Counts assignments of a user to one arm. */
    private void countArm(int[] states, int from, int to) {
        int inRate = 0;
        int found = 0;
        int evaluated = 0;
        int ofOtherUser = 0;
        for (int i = from; i < to; i++) {
            int state = states[i];
            inRate += AssignmentState.isInJoinRate(state) ? 1 : 0;
            found += AssignmentState.isJoined(state) ? 1 : 0;
            if (AssignmentState.isMatched(state)) {
                evaluated++;
                ofOtherUser += AssignmentState.isOfOtherUser(state) ? 1 : 0;
            }
        }
        int arm = AssignmentState.arm(states[from]);
        boolean alone = arms.isOneOfFew(arm);
        if (alone && inRate > 0) {
            matchedByArm.add(arm, found, inRate);
        }
        if (alone && evaluated > 0) {
            otherUserByArm.add(arm, ofOtherUser, evaluated);
        }
        joined += found;
        counted += inRate;
    }

    /** Whether assignments of a user are to several arms of one experiment. */
    private boolean hasSeveral(int[] states, int from, int to) {
        if (endOfArm(states, from, to) == to) {
            return false;
        }
        boolean several = false;
        for (int i = from; i < to; i++) {
            several |= isSeveral(AssignmentState.arm(states[i]));
        }
        for (int i = from; i < to; i++) {
            armOfExperiment[arms.experiment(AssignmentState.arm(states[i]))] = NONE;
        }
        return several;
    }

    /** Puts joined assignments of a user with several variants of one experiment into a class of their own. */
    private void takeApart(int[] rows, int from, int to) {
        boolean several = false;
        for (int i = from; i < to; i++) {
            several |= isSeveral(assignments.armNumber(rows[i]));
        }
        for (int i = from; i < to && several; i++) {
            if (armOfExperiment[experimentOf(rows[i])] == SEVERAL && of(rows[i]) == AssignmentClass.JOINED) {
                classes[rows[i]] = (byte) AssignmentClass.SEVERAL_VARIANTS_OF_USER.ordinal();
            }
        }
        for (int i = from; i < to; i++) {
            armOfExperiment[experimentOf(rows[i])] = NONE;
        }
    }

    /** Notes the arm of one of the user's assignments; whether it is not the only one of its experiment. */
    private boolean isSeveral(int arm) {
        if (arms.isPlaceholder(arm)) {
            return false;
        }
        int known = armOfExperiment[arms.experiment(arm)];
        boolean several = known != NONE && known != arm;
        armOfExperiment[arms.experiment(arm)] = several ? SEVERAL : arm;
        return several;
    }
}
