package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.UserGrouping.UserRows;

/** Looks at the rows of every user while they are put into arms, so that the rows are read once. */
interface UserWatch {
    /** The breakdowns whose slices it looks at. */
    int[] breakdowns();

    /**
     * One user, each once.
     *
     * @param rows overwritten for the next user; in no order of time
     * @param arms of the rows, negative for those that are not analysed
     */
    void see(UserRows rows, int[] arms);
}
