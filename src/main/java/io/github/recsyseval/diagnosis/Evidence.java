package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.AssignmentBooks;
import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.join.JoinTally;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RequestJoin;
import java.util.List;
import java.util.function.Supplier;

/**
 * All that detectors look at.
 *
 * @param exposures valid exposure lines, repeated ones too
 * @param invalidExposures exposure lines that are left out
 * @param parsedOutcomes outcome lines that are JSON objects
 * @param outcomesWithoutId those of them that lack a request_id, or have an empty one
 * @param arms the experiments that requests are part of
 */
public record Evidence(
        long exposures,
        long invalidExposures,
        long parsedOutcomes,
        long outcomesWithoutId,
        RequestJoin join,
        JoinTally tally,
        OutcomeIndex outcomes,
        AssignmentIndex assignments,
        Supplier<AssignmentBooks> assignmentBooks,
        List<ArmColumn> arms,
        RequestWatch requests,
        OutcomeWatch watchedOutcomes) {

    /** Of the outcomes without exposure, the part for which invalid lines have to account. */
    private static final double MOST = 0.5;

    /** Whether enough exposure lines are invalid for most outcomes without exposure to be theirs: as many each as the valid ones have. */
    public boolean orphansAreOfInvalidLines() {
        long unmatched = join.outcomeClasses()[OutcomeClass.UNMATCHED.ordinal()];
        double each = tally.matchedOutcomes() == 0 ? 1 : (double) tally.matchedOutcomes() / exposures;
        return unmatched > 0 && invalidExposures * each >= MOST * unmatched;
    }
}
