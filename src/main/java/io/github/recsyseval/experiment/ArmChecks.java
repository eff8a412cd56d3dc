package io.github.recsyseval.experiment;

import io.github.recsyseval.report.OverlapRow;
import java.util.List;

/**
 * What speaks against comparing the candidate with the control whatever their figures say.
 *
 * @param overlaps of the arms in time, the candidate's first
 */
record ArmChecks(List<OverlapRow> overlaps) {
    /** Why the experiment is held, in sentences. */
    List<String> reasons() {
        return apart() ? List.of(overlaps.get(0).message()) : List.of();
    }

    /** What to do about each of the reasons. */
    List<String> remedies() {
        return apart()
                ? List.of(
                        "show both arms at the same time, to users drawn at random, and compare only the time in which"
                                + " both were shown (--since, --until)")
                : List.of();
    }

    private boolean apart() {
        return !overlaps.isEmpty() && overlaps.get(0).verdict().equals("apart");
    }
}
