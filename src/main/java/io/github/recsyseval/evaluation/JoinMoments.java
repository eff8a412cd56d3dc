package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.stat.RatioMoments;

/**
 * How many outcomes and assignments match an exposure, by their users.
 *
 * @param outcomes those of exposures that a filter left out stand aside
 */
record JoinMoments(RatioMoments outcomes, RatioMoments assignments) {
    static JoinMoments of(JoinRun run) {
        OutcomeIndex outcomes = run.outcomeIndex();
        RatioMoments matched = SharesByUser.of(
                outcomes.size(),
                outcomes::user,
                row -> outcomes.outcomeClass(row) != OutcomeClass.EXCLUDED,
                row -> outcomes.outcomeClass(row).isMatched());
        return new JoinMoments(matched, run.assignmentBooks().get().matched());
    }
}
