package io.github.recsyseval.join;

/**
 * What the outcomes of a request come to when others count than do for the KPIs. A reusable buffer of one thread.
 */
public abstract sealed class OtherOutcomes permits CleanOutcomes, AnyTimeOutcomes {
    private int clicks;
    private int conversions;
    private int apart;
    private double value;

    /** Counts the outcomes of a request. */
    public final void count(JoinedRequest request) {
        clicks = 0;
        conversions = 0;
        apart = 0;
        value = 0;
        if (request.matchedOutcomes() == 0) {
            return;
        }
        begin(request);
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            boolean isCounted = counts(request.outcomes(), row);
            if (isCounted) {
                add(request.outcomes(), row);
            }
            apart += isCounted == request.outcomes().outcomeClass(row).counts() ? 0 : 1;
        }
    }

    /** Called before the outcomes of a request, of which there is at least one. */
    abstract void begin(JoinedRequest request);

    /** Whether an outcome of the present request counts here. */
    abstract boolean counts(OutcomeIndex outcomes, int row);

    private void add(OutcomeIndex outcomes, int row) {
        if (outcomes.isClick(row)) {
            clicks++;
        } else {
            conversions++;
            value += Double.isNaN(outcomes.value(row)) ? 0 : outcomes.value(row);
        }
    }

    public final int clicks() {
        return clicks;
    }

    public final int conversions() {
        return conversions;
    }

    /** Outcomes that count for the KPIs or here, and not for both. */
    public final int apart() {
        return apart;
    }

    /** The sum of the values of {@link #conversions}, within the range of a double. */
    public final double value() {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
    }
}
