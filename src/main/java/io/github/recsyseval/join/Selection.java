package io.github.recsyseval.join;

/** Whether an exposure is evaluated, and if not, whether its outcomes and assignments still tell how well the logs join. */
public enum Selection {
    /** Every figure rests on it. */
    EVALUATED,
    /**
     * Of the period and the users asked for, but of another context. Records without an exposure have no context, so nobody can leave out
     * those of other contexts among them; join rates count this one's outcomes and assignments as matched, or else they would measure the
     * orphans of the whole against the matches of a part.
     */
    OTHER_CONTEXT,
    /** Outside the period, or of a user who is left out; its outcomes and assignments stand outside every rate. */
    EXCLUDED
}
