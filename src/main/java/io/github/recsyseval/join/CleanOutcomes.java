package io.github.recsyseval.join;

import org.jspecify.annotations.Nullable;

/**
 * What the outcomes of a request come to when only those count that nothing is odd about: on a shown item, not before the exposure,
 * and no repetition of another one at any time. A reusable buffer of one thread.
 */
public final class CleanOutcomes {
    private @Nullable Repetitions repetitions;
    private int clicks;
    private int conversions;
    private int odd;
    private double value;

    /** Counts the outcomes of a request. */
    public void count(JoinedRequest request) {
        clicks = 0;
        conversions = 0;
        odd = 0;
        value = 0;
        if (!request.hasCountedOutcomes()) {
            return;
        }
        OutcomeIndex outcomes = request.outcomes();
        Repetitions repeated = repetitions;
        if (repeated == null) {
            repeated = new Repetitions(outcomes, OutcomeDedupe.AT_ANY_TIME);
            repetitions = repeated;
        }
        repeated.find(request.firstOutcome(), request.endOutcome());
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            if (outcomes.outcomeClass(row).counts()) {
                boolean clean = outcomes.outcomeClass(row) == OutcomeClass.ATTRIBUTED && !repeated.contains(row);
                count(outcomes, row, clean);
            }
        }
    }

    private void count(OutcomeIndex outcomes, int row, boolean clean) {
        if (!clean) {
            odd++;
        } else if (outcomes.isClick(row)) {
            clicks++;
        } else {
            conversions++;
            value += Double.isNaN(outcomes.value(row)) ? 0 : outcomes.value(row);
        }
    }

    public int clicks() {
        return clicks;
    }

    public int conversions() {
        return conversions;
    }

    /** Outcomes that count although something is odd about them. */
    public int odd() {
        return odd;
    }

    /** The sum of the values of {@link #conversions}, within the range of a double. */
    public double value() {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
    }
}
