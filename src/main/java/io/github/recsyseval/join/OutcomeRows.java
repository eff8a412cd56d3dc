package io.github.recsyseval.join;

import io.github.recsyseval.rows.RequestRows;

/** The rows of an {@link OutcomeIndex} in their order, held in the heap or spilled to a file. A class, so that quick compilers see through it. */
abstract sealed class OutcomeRows permits HeldOutcomes, SpilledOutcomes {
    /** What finds them. */
    abstract RequestRows requests();

    abstract long user(int row);

    abstract long item(int row);

    /** Microseconds since 1970. */
    abstract long time(int row);

    /** NaN when not logged. */
    abstract double value(int row);

    /** The ordinal of the event type. */
    abstract int type(int row);

    /** The outcome's number in input order, from 0. */
    abstract int source(int row);

    /** What each takes in the heap. */
    abstract int bytesPerRow();
}
