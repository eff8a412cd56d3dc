package io.github.recsyseval.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers keys from 0 as they are met, up to a limit. The numbers depend on who comes first and never leave the process; the keys do. Safe
 * for concurrent use.
 */
final class Numbering<K> {
    private final int most;
    private final Map<K, Integer> numbers = new ConcurrentHashMap<>();
    private volatile boolean full;

    /** @param most how many keys get numbers */
    Numbering(int most) {
        this.most = most;
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
        if (numbers.size() >= most) {
            full = true;
            return 0;
        }
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
