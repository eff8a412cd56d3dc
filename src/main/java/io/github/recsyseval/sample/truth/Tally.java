package io.github.recsyseval.sample.truth;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Counts by name; names are sorted. */
final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();

    void add(String name) {
        add(name, 1);
    }

    void add(String name, long count) {
        counts.merge(name, count, Long::sum);
    }

    long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
