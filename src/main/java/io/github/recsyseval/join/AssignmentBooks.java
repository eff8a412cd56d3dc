package io.github.recsyseval.join;

import io.github.recsyseval.event.Placeholder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts every valid assignment of a finished join into its class. How many are in each does not depend on the order of the input. */
public final class AssignmentBooks {
    /** Instead of the arm of a user in an experiment. */
    private static final int NONE = -1;

    private static final int SEVERAL = -2;
    private static final AssignmentClass[] CLASSES = AssignmentClass.values();

    private final AssignmentIndex assignments;
    private final int[] experimentOfArm;
    private final boolean[] unknownArm;
    private final byte[] classes;

    /** @param assignments all of them, matched with the exposures */
    public AssignmentBooks(AssignmentIndex assignments) {
        this.assignments = assignments;
        classes = new byte[assignments.size()];
        List<AssignmentIndex.Arm> arms = assignments.arms();
        experimentOfArm = new int[arms.size()];
        unknownArm = new boolean[arms.size()];
        Map<String, Integer> experiments = new HashMap<>();
        for (int arm = 0; arm < experimentOfArm.length; arm++) {
            experimentOfArm[arm] = experiments.computeIfAbsent(arms.get(arm).experiment(), added -> experiments.size());
            unknownArm[arm] = Placeholder.is(arms.get(arm).experiment())
                    || Placeholder.is(arms.get(arm).variant());
        }
        for (int from = 0; from < classes.length; ) {
            int to = from + 1;
            while (to < classes.length
                    && assignments.isOf(to, assignments.requestFirst(from), assignments.requestSecond(from))) {
                to++;
            }
            request(from, to);
            from = to;
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

    private void request(int from, int to) {
        if (to - from == 1) {
            set(from, unknownArm[assignments.armNumber(from)] ? AssignmentClass.UNKNOWN_EXPERIMENT : joined(from));
            return;
        }
        List<Integer> rows = new ArrayList<>();
        for (int row = from; row < to; row++) {
            if (unknownArm[assignments.armNumber(row)]) {
                set(row, AssignmentClass.UNKNOWN_EXPERIMENT);
            } else {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparing((Integer row) -> experimentOf(row))
                .thenComparing(row -> assignments.arm(row).variant())
                .thenComparing(assignments::time)
                .thenComparing(assignments::user));
        for (int start = 0; start < rows.size(); ) {
            int end = start + 1;
            while (end < rows.size() && experimentOf(rows.get(end)) == experimentOf(rows.get(start))) {
                end++;
            }
            experiment(rows.subList(start, end));
            start = end;
        }
    }

    /** The assignments of a request in one experiment, equal ones side by side. */
    private void experiment(List<Integer> rows) {
        boolean several = assignments.armNumber(rows.get(0)) != assignments.armNumber(rows.get(rows.size() - 1));
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            if (i > 0 && isEqual(row, rows.get(i - 1))) {
                set(row, AssignmentClass.IDENTICAL_DUPLICATE);
            } else if (several) {
                set(row, AssignmentClass.SEVERAL_VARIANTS_OF_REQUEST);
            } else {
                set(row, i > 0 ? AssignmentClass.CONFLICTING_DUPLICATE : joined(row));
            }
        }
    }

    private boolean isEqual(int a, int b) {
        return assignments.armNumber(a) == assignments.armNumber(b)
                && assignments.time(a) == assignments.time(b)
                && assignments.user(a) == assignments.user(b);
    }

    private int experimentOf(int row) {
        return experimentOfArm[assignments.armNumber(row)];
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

    /** Finds users with several variants of one experiment, and takes their joined assignments apart. */
    private void users() {
        int[] armOfExperiment = new int[experimentOfArm.length];
        Arrays.fill(armOfExperiment, NONE);
        RowsByKey.visit(classes.length, assignments::user, row -> true, (rows, from, to) -> {
            boolean any = false;
            for (int i = from; i < to; i++) {
                any |= isSeveral(armOfExperiment, rows[i]);
            }
            for (int i = from; i < to; i++) {
                if (any && armOfExperiment[experimentOf(rows[i])] == SEVERAL && of(rows[i]) == AssignmentClass.JOINED) {
                    set(rows[i], AssignmentClass.SEVERAL_VARIANTS_OF_USER);
                }
            }
            for (int i = from; i < to; i++) {
                armOfExperiment[experimentOf(rows[i])] = NONE;
            }
        });
    }

    /** Notes the arm of a row; whether it is not the only one of its experiment. */
    private boolean isSeveral(int[] armOfExperiment, int row) {
        int arm = assignments.armNumber(row);
        if (unknownArm[arm]) {
            return false;
        }
        int known = armOfExperiment[experimentOfArm[arm]];
        boolean several = known != NONE && known != arm;
        armOfExperiment[experimentOfArm[arm]] = several ? SEVERAL : arm;
        return several;
    }
}
