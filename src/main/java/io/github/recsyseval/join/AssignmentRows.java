package io.github.recsyseval.join;

import io.github.recsyseval.rows.RequestRows;

/** The rows of an {@link AssignmentIndex} in their order, held in the heap or spilled to a file. A class, as {@link OutcomeRows} is. */
abstract sealed class AssignmentRows permits HeldAssignments, SpilledAssignments {
    /** What finds them. */
    abstract RequestRows requests();

    abstract long user(int row);

    /** Microseconds since 1970. */
    abstract long time(int row);

    /** The number of the arm. */
    abstract int arm(int row);

    /** Says that nobody will ask for times any more. */
    abstract void forgetTimes();

    /** What each takes in the heap. */
    abstract int bytesPerRow();
}
