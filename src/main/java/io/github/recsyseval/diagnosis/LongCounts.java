package io.github.recsyseval.diagnosis;

import io.github.recsyseval.stat.Mix64;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Counts by a key, at most a given number of keys: beyond it only {@link #tooMany} is known. Integers; any order, any split. Open
 * addressing, at most half full.
 */
final class LongCounts {
    private static final int SMALLEST_TABLE = 32;

    private final int most;
    private long[] keys = new long[SMALLEST_TABLE];
    /** 0 in a free slot. */
    private long[] counts = new long[SMALLEST_TABLE];

    private int size;
    private long total;
    private int last;
    private boolean tooMany;

    LongCounts(int most) {
        this.most = most;
    }

    /** @param count at least 1 */
    void add(long key, long count) {
        if (tooMany) {
            return;
        }
        if (keys[last] != key || counts[last] == 0) {
            last = slot(key);
            if (counts[last] == 0) {
                begin(key);
            }
        }
        if (!tooMany) {
            counts[last] += count;
            total += count;
        }
    }

    /** Makes room for a key, and its slot the last one. */
    private void begin(long key) {
        if (size == most) {
            forget();
            return;
        }
        size++;
        if (2 * size > keys.length) {
            grow();
            last = slot(key);
        }
        keys[last] = key;
    }

    private void forget() {
        tooMany = true;
        size = 0;
        total = 0;
        last = 0;
        keys = new long[1];
        counts = new long[1];
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] > 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    /** Where a key is, or would be put. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) Mix64.mix(key) & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    void add(LongCounts other) {
        if (other.tooMany && !tooMany) {
            forget();
        }
        other.forEach(this::add);
    }

    /** The same by larger keys, each of which takes the place of {@code width} of these. */
    LongCounts coarser(long width) {
        return coarser(width, most);
    }

    /** The same with at most another number of keys. */
    LongCounts coarser(long width, int mostKeys) {
        LongCounts wide = new LongCounts(mostKeys);
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                wide.add(Math.floorDiv(keys[i], width), counts[i]);
            }
        }
        return wide;
    }

    /** How many keys there are. */
    int size() {
        return size;
    }

    /** Takes a key and its count. */
    interface Counted {
        void take(long key, long count);
    }

    /** Shows all counts, in no particular order. */
    void forEach(Counted each) {
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                each.take(keys[i], counts[i]);
            }
        }
    }

    /** All counts by key, in the order of the keys. */
    NavigableMap<Long, Long> sorted() {
        TreeMap<Long, Long> sorted = new TreeMap<>();
        forEach(sorted::put);
        return sorted;
    }

    /** The sum of all counts; 0 if there are too many. */
    long total() {
        return total;
    }

    boolean tooMany() {
        return tooMany;
    }

    long get(long key) {
        return counts[slot(key)];
    }
}
