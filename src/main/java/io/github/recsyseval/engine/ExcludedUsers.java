package io.github.recsyseval.engine;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Users whose exposures are left out, by the 64-bit hashes of their ids: 8 bytes each, for files of millions of them. */
public final class ExcludedUsers {
    /** Nobody. */
    public static final ExcludedUsers NONE = new ExcludedUsers(new long[0]);

    private final long[] ascending;

    private ExcludedUsers(long[] ascending) {
        this.ascending = ascending;
    }

    /** @param hashes in any order, some perhaps several times */
    public static ExcludedUsers of(LongStream hashes) {
        return new ExcludedUsers(ascending(hashes.toArray()));
    }

    private static long[] ascending(long[] hashes) {
        Arrays.sort(hashes);
        int size = 0;
        for (long hash : hashes) {
            if (size == 0 || hash != hashes[size - 1]) {
                hashes[size++] = hash;
            }
        }
        return Arrays.copyOf(hashes, size);
    }

    public boolean isEmpty() {
        return ascending.length == 0;
    }

    boolean contains(long user) {
        return Arrays.binarySearch(ascending, user) >= 0;
    }

    /** The hashes in ascending order, each once. */
    public LongStream hashes() {
        return Arrays.stream(ascending);
    }
}
