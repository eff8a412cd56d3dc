package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.AssignmentBooks;
import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.join.JoinTally;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RequestJoin;
import java.util.List;
import java.util.function.Supplier;

/**
 * All that detectors look at.
 *
 * @param exposures valid exposure lines, repeated ones too
 * @param parsedOutcomes outcome lines that are JSON objects
 * @param outcomesWithoutId those of them that lack a request_id, or have an empty one
 * @param arms the experiments that requests are part of
 */
public record Evidence(
        long exposures,
        long parsedOutcomes,
        long outcomesWithoutId,
        RequestJoin join,
        JoinTally tally,
        OutcomeIndex outcomes,
        AssignmentIndex assignments,
        Supplier<AssignmentBooks> assignmentBooks,
        List<ArmColumn> arms,
        RequestWatch requests,
        OutcomeWatch watchedOutcomes) {}
