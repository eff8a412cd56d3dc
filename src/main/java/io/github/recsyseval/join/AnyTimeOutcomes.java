package io.github.recsyseval.join;

/** Those after the attribution window count, too. */
public final class AnyTimeOutcomes extends OtherOutcomes {
    @Override
    void begin(JoinedRequest request) {}

    @Override
    boolean counts(OutcomeIndex outcomes, int row) {
        OutcomeClass is = outcomes.outcomeClass(row);
        return is.counts() || is == OutcomeClass.OUTSIDE_WINDOW;
    }
}
