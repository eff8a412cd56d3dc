package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.stat.RatioMoments;

/**
 * How many outcomes and assignments match an exposure, by their users.
 *
 * <p>What a filter left out stands aside, except for {@link io.github.recsyseval.join.Selection#OTHER_CONTEXT}.
 */
record JoinMoments(RatioMoments outcomes, RatioMoments assignments) {
    static JoinMoments of(JoinRun run) {
        OutcomeIndex outcomes = run.outcomeIndex();
        RatioMoments matched =
                SharesByUser.of(outcomes.size(), outcomes::user, outcomes::isInJoinRate, outcomes::isJoined);
        return new JoinMoments(matched, run.assignmentBooks().get().matched());
    }
}
