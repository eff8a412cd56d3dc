package io.github.recsyseval.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/**
 * Numbers keys from 0 as they are met, up to a limit. The numbers depend on who comes first and never leave the process; the keys do. Safe
 * for concurrent use.
 */
final class Numbering<K> {
    private final int most;
    private final long mostRoom;
    private final ToLongFunction<K> room;
    private final Map<K, Integer> numbers = new ConcurrentHashMap<>();
    private volatile boolean full;
    private long taken;

    /** @param most how many keys get numbers */
    Numbering(int most) {
        this(most, Long.MAX_VALUE, key -> 0);
    }

    /**
     * No keys yet.
     *
     * @param most how many keys get numbers
     * @param mostRoom how much room they may take in sum
     * @param room that a key takes
     */
    Numbering(int most, long mostRoom, ToLongFunction<K> room) {
        this.most = most;
        this.mostRoom = mostRoom;
        this.room = room;
    }

    /** The number of a key; 0 also for one that is too many. */
    int of(K key) {
        Integer known = numbers.get(key);
        return known == null ? add(key) : known;
    }

    private synchronized int add(K key) {
        Integer raced = numbers.get(key);
        if (raced != null) {
            return raced;
        }
        long more = room.applyAsLong(key);
        if (numbers.size() >= most || taken + more > mostRoom) {
            full = true;
            return 0;
        }
        taken += more;
        numbers.put(key, numbers.size());
        return numbers.size() - 1;
    }

    /** Whether there were too many: what has the number 0 may be any of these. */
    boolean isFull() {
        return full;
    }

    /** The keys by number; the caller's own. */
    List<K> keys() {
        List<Map.Entry<K, Integer>> byNumber = new ArrayList<>(numbers.entrySet());
        byNumber.sort(Map.Entry.comparingByValue());
        List<K> keys = new ArrayList<>();
        byNumber.forEach(entry -> keys.add(entry.getKey()));
        return keys;
    }
}
