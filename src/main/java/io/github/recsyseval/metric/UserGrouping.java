package io.github.recsyseval.metric;

/** Decides for the rows of one user after the other which group each belongs to. */
public interface UserGrouping {
    /** The breakdowns whose slices it looks at. */
    int[] breakdowns();

    /**
     * Writes the group of each row, or leaves -1 for a row that belongs to none.
     *
     * @param rows of one user; overwritten for the next
     * @param groups at least as long as the user has rows, those entries -1
     */
    void group(UserRows rows, int[] groups);

    /** The rows of a user. */
    interface UserRows {
        int size();

        /** Whose rows they are. */
        long user();

        /** The slice of row i, from 0 to size - 1, in one of the breakdowns. */
        int slice(int breakdown, int i);

        /** When row i happened, in microseconds since 1970; the plan has to keep times. */
        long time(int i);
    }
}
