package io.github.recsyseval.metric.lists;

import io.github.recsyseval.stat.Mix64;
import java.util.Arrays;

/**
 * A sample of the items that were shown: those with the {@value #SIZE} smallest hashes. An item is in the sample or not whatever
 * else was shown and however often, so two samples can be laid side by side: which items are new, which are gone, and about how
 * many there are (KMV, or bottom-k; Beyer, Haas, Reinwald, Sismanis, Gemulla, "On Synopses for Distinct-Value Estimation Under
 * Multiset Operations", SIGMOD 2007). Mergeable; any order and any split give the same sample. At most 64 KiB. Not safe for
 * concurrent use.
 */
public final class ItemSketch {
    /** The most items in a sample. */
    public static final int SIZE = 1024;

    /** The hash, to be named beside every sample: samples of different hashes cannot be compared. */
    public static final String HASH = "murmur3_x64_128 first half, mix13";

    /** Items wait here until there are twice as many as needed. */
    private static final int ROOM = 2 * SIZE;

    private static final int SLOTS = 4 * ROOM;

    private final long[] table = new long[SLOTS];
    private long[] kept = new long[ROOM];
    private int size;
    private boolean hasZero;

    /** Hashes above this one are not among the smallest; unsigned. */
    private long threshold = -1L;

    /** Adds an item by the 64-bit hash of its id. */
    public void add(long item) {
        addHash(Mix64.mix(item));
    }

    /** Adds the items {@code [from, to)} of an array. */
    public void add(long[] items, int from, int to) {
        for (int i = from; i < to; i++) {
            addHash(Mix64.mix(items[i]));
        }
    }

    private void addHash(long hash) {
        if (Long.compareUnsigned(hash, threshold) > 0 || !insert(hash)) {
            return;
        }
        kept[size++] = hash;
        if (size == ROOM) {
            shrink();
        }
    }

    /** Whether the hash is new; 0 marks free slots and is kept apart. */
    private boolean insert(long hash) {
        if (hash == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        int slot = (int) (hash & SLOTS - 1);
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return false;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        table[slot] = hash;
        return true;
    }

    private void shrink() {
        long[] smallest = smallest();
        Arrays.fill(table, 0);
        hasZero = false;
        size = smallest.length;
        System.arraycopy(smallest, 0, kept, 0, size);
        for (long hash : smallest) {
            insert(hash);
        }
        if (size == SIZE) {
            threshold = smallest[size - 1];
        }
    }

    /** Adds the items of another sample. */
    public void add(ItemSketch other) {
        for (int i = 0; i < other.size; i++) {
            addHash(other.kept[i]);
        }
    }

    /** The sample: at most {@link #SIZE} hashes, the smallest first, unsigned. */
    public long[] smallest() {
        long[] sorted = Arrays.copyOf(kept, size);
        for (int i = 0; i < size; i++) {
            sorted[i] ^= Long.MIN_VALUE; // unsigned order
        }
        Arrays.sort(sorted);
        long[] smallest = Arrays.copyOf(sorted, Math.min(size, SIZE));
        for (int i = 0; i < smallest.length; i++) {
            smallest[i] ^= Long.MIN_VALUE;
        }
        return smallest;
    }
}
