package io.github.recsyseval.join;

import org.jspecify.annotations.Nullable;

/**
 * Only those that nothing is odd about count: on a shown item, not before the exposure, and no repetition of another one at any time.
 */
public final class CleanOutcomes extends OtherOutcomes {
    private @Nullable Repetitions repetitions;

    @Override
    void begin(JoinedRequest request) {
        Repetitions repeated = repetitions;
        if (repeated == null) {
            repeated = new Repetitions(request.outcomes(), OutcomeDedupe.AT_ANY_TIME);
            repetitions = repeated;
        }
        repeated.find(request.firstOutcome(), request.endOutcome());
    }

    @Override
    boolean counts(OutcomeIndex outcomes, int row) {
        Repetitions repeated = repetitions;
        return outcomes.outcomeClass(row) == OutcomeClass.ATTRIBUTED && repeated != null && !repeated.contains(row);
    }
}
