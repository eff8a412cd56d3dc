package io.github.recsyseval.metric.ranking;

/**
 * Whose definitions hold. Libraries give MAP five different values and NDCG two for the same data (Tamm, Damdinov, Vasilev,
 * RecSys 2021, arXiv:2206.12858), so a number is worth nothing without its convention.
 *
 * <p>R is the number of relevant items of the request, shown or not; k the cutoff. Where no cutoff is given, "k" in a divisor
 * of precision means the list length and min(R, k) means R. A list with relevant items but without items counts 0 everywhere.
 */
public enum Convention {
    /** Precision / k, average precision / min(R, k); requests without a relevant item are left out. */
    DEFAULT(false, true, true, false),

    /**
     * As trec_eval: precision / k, average precision / R. Requests without a relevant item are left out, as trec_eval leaves out
     * queries that have no judgements.
     */
    TREC(false, false, true, false),

    /** As ranx: precision / k, average precision / R; requests without a relevant item count 0. */
    RANX(false, false, false, false),

    /**
     * As the Go tool recsys-eval: precision / min(k, list length), average precision / min(R, k), gain 1 for whatever is relevant;
     * requests without a relevant item count 0.
     */
    REFERENCE(true, true, false, true);

    private final boolean precisionByListLength;
    private final boolean averagePrecisionByCutoff;
    private final boolean leavesOutWithoutRelevant;
    private final boolean binaryGain;

    Convention(
            boolean precisionByListLength,
            boolean averagePrecisionByCutoff,
            boolean leavesOutWithoutRelevant,
            boolean binaryGain) {
        this.precisionByListLength = precisionByListLength;
        this.averagePrecisionByCutoff = averagePrecisionByCutoff;
        this.leavesOutWithoutRelevant = leavesOutWithoutRelevant;
        this.binaryGain = binaryGain;
    }

    /** Whether precision is divided by min(k, list length) instead of k. */
    boolean precisionByListLength() {
        return precisionByListLength;
    }

    /** Whether average precision is divided by min(R, k) instead of R. */
    boolean averagePrecisionByCutoff() {
        return averagePrecisionByCutoff;
    }

    /** Whether requests without a relevant item are left out of the mean; otherwise they count 0. */
    public boolean leavesOutWithoutRelevant() {
        return leavesOutWithoutRelevant;
    }

    /** The gain of plain {@code ndcg}. */
    public Gain gain() {
        return binaryGain ? Gain.BINARY : Gain.LINEAR;
    }

    /** The value of a list without a relevant item: NaN, which says "leave it out", or 0. */
    double valueWithoutRelevant() {
        return leavesOutWithoutRelevant ? Double.NaN : 0;
    }

    /** The end of every definition. */
    String wordsWithoutRelevant() {
        return leavesOutWithoutRelevant
                ? "; requests without a relevant item are left out"
                : "; requests without a relevant item count 0";
    }
}
