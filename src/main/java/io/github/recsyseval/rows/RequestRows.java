package io.github.recsyseval.rows;

/** Rows sorted by request, those of a request side by side, which are found by its 128-bit hash. Safe for several threads. */
public sealed interface RequestRows permits HeldRequests, SortedRequests {
    /** The first row of a request, or -1. */
    int find(long first, long second);

    /**
     * The same for many requests at once.
     *
     * @param first of the request ids' hashes, the first 64 bits
     * @param second the other 64 bits
     * @param count how many there are
     * @param rows takes the first row of each, or -1
     */
    default void find(long[] first, long[] second, int count, int[] rows) {
        for (int i = 0; i < count; i++) {
            rows[i] = find(first[i], second[i]);
        }
    }

    /** Whether a row belongs to a request. */
    boolean isOf(int row, long first, long second);

    /** The first 64 bits of the hash of a row's request id. */
    long first(int row);

    /** The other 64 bits. */
    long second(int row);
}
