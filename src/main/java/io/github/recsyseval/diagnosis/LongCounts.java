package io.github.recsyseval.diagnosis;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Counts by a key, at most a given number of keys: beyond it only {@link #tooMany} is known. Integers; any order, any split. */
final class LongCounts {
    private final int most;
    private final Map<Long, long[]> counts = new HashMap<>();
    private boolean tooMany;
    private long lastKey;
    private long[] last = new long[1];

    LongCounts(int most) {
        this.most = most;
    }

    void add(long key, long count) {
        if (tooMany) {
            return;
        }
        if (counts.isEmpty() || key != lastKey) {
            lastKey = key;
            last = counts.computeIfAbsent(key, k -> new long[1]);
        }
        last[0] += count;
        if (counts.size() > most) {
            tooMany = true;
            counts.clear();
        }
    }

    void add(LongCounts other) {
        if (other.tooMany) {
            tooMany = true;
            counts.clear();
        }
        other.forEach(this::add);
    }

    /** The same by larger keys, each of which takes the place of {@code width} of these. */
    LongCounts coarser(long width) {
        LongCounts wide = new LongCounts(most);
        counts.forEach((key, count) -> wide.add(Math.floorDiv(key, width), count[0]));
        return wide;
    }

    /** Takes a key and its count. */
    interface Counted {
        void take(long key, long count);
    }

    /** Shows all counts, in no particular order. */
    void forEach(Counted each) {
        counts.forEach((key, count) -> each.take(key, count[0]));
    }

    /** All counts by key, in the order of the keys. */
    NavigableMap<Long, Long> sorted() {
        TreeMap<Long, Long> sorted = new TreeMap<>();
        counts.forEach((key, count) -> sorted.put(key, count[0]));
        return sorted;
    }

    boolean tooMany() {
        return tooMany;
    }

    long get(long key) {
        long[] count = counts.get(key);
        return count == null ? 0 : count[0];
    }
}
