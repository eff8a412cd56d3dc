package io.github.recsyseval.join;

/** Rows sorted by request, those of a request side by side, which are found by its 128-bit hash. Safe for several threads. */
sealed interface RequestRows permits HeldRequests, SortedRequests {
    /** The first row of a request, or -1. */
    int find(long first, long second);

    /** The first row of each request of a batch, or -1. */
    default void find(ExposureBatch batch, int[] rows) {
        for (int i = 0; i < batch.size; i++) {
            rows[i] = find(batch.first[i], batch.second[i]);
        }
    }

    /** Whether a row belongs to a request. */
    boolean isOf(int row, long first, long second);

    /** The first 64 bits of the hash of a row's request id. */
    long first(int row);

    /** The other 64 bits. */
    long second(int row);
}
