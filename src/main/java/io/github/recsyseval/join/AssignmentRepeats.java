package io.github.recsyseval.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds out what the assignments of each request are to one another: repeats, contradictions, or none of this. It takes their times,
 * which nobody asks for afterwards.
 */
final class AssignmentRepeats {
    /** Takes the class of a row that has one whether its exposure is there or not. */
    interface Classes {
        void set(int row, AssignmentClass is);
    }

    private final AssignmentIndex assignments;
    private final ArmTable arms;
    private final Classes classes;

    private AssignmentRepeats(AssignmentIndex assignments, Classes classes) {
        this.assignments = assignments;
        this.classes = classes;
        arms = new ArmTable(assignments.arms());
    }

    static void find(AssignmentIndex assignments, Classes classes) {
        AssignmentRepeats repeats = new AssignmentRepeats(assignments, classes);
        for (int from = 0; from < assignments.size(); ) {
            int to = from + 1;
            while (to < assignments.size()
                    && assignments.isOf(to, assignments.requestFirst(from), assignments.requestSecond(from))) {
                to++;
            }
            repeats.request(from, to);
            from = to;
        }
    }

    private void request(int from, int to) {
        if (to - from == 1) {
            if (arms.isPlaceholder(assignments.armNumber(from))) {
                classes.set(from, AssignmentClass.UNKNOWN_EXPERIMENT);
            }
            return;
        }
        List<Integer> rows = new ArrayList<>();
        for (int row = from; row < to; row++) {
            if (arms.isPlaceholder(assignments.armNumber(row))) {
                classes.set(row, AssignmentClass.UNKNOWN_EXPERIMENT);
            } else {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparing((Integer row) -> experimentOf(row))
                .thenComparing(row -> arms.variant(assignments.armNumber(row)))
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
                classes.set(row, AssignmentClass.IDENTICAL_DUPLICATE);
            } else if (several) {
                classes.set(row, AssignmentClass.SEVERAL_VARIANTS_OF_REQUEST);
            } else if (i > 0) {
                classes.set(row, AssignmentClass.CONFLICTING_DUPLICATE);
            }
        }
    }

    private boolean isEqual(int a, int b) {
        return assignments.armNumber(a) == assignments.armNumber(b)
                && assignments.time(a) == assignments.time(b)
                && assignments.user(a) == assignments.user(b);
    }

    private int experimentOf(int row) {
        return arms.experiment(assignments.armNumber(row));
    }
}
