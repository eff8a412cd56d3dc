package io.github.recsyseval.metric;

/** The rows of a {@link ScoreBook}, ordered by user and then by request id: the same for any order of the input. */
public sealed interface Scores permits HeldScores, SpilledScores {
    int size();

    /** The hash of the user of row i. */
    long user(int i);

    /** The first 64 bits of the hash of the request id of row i. */
    long high(int i);

    /** The other 64 bits. */
    long low(int i);

    /** The score of row i in a column; NaN where the request does not count. */
    double score(int i, int column);

    /** The slice of row i. */
    int slice(int breakdown, int i);

    /** The rows in the order of their request ids. */
    ById byId();

    /** Rows in the order of their request ids, the hashes taken as unsigned numbers. */
    interface ById {
        /** The number of the i-th row. */
        int row(int i);

        long high(int i);

        long low(int i);
    }
}
