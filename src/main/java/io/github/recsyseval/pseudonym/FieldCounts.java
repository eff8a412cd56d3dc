package io.github.recsyseval.pseudonym;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What was met of each field. Mergeable; integers only. */
final class FieldCounts {
    /** Names of fields are kept to find the one that was meant; no more of them than this. */
    private static final int MOST_NAMES = 200;

    final long[] replaced;
    final long[] absent;
    final long[] alike;
    private final Set<String> names = new TreeSet<>();

    FieldCounts(int fields) {
        replaced = new long[fields];
        absent = new long[fields];
        alike = new long[fields];
    }

    void clear() {
        Arrays.fill(replaced, 0);
        Arrays.fill(absent, 0);
        Arrays.fill(alike, 0);
    }

    void add(FieldCounts other) {
        for (int i = 0; i < replaced.length; i++) {
            replaced[i] += other.replaced[i];
            absent[i] += other.absent[i];
            alike[i] += other.alike[i];
        }
        addNames(other.names);
    }

    void addNames(Collection<String> more) {
        for (String name : more) {
            if (names.size() < MOST_NAMES) {
                names.add(name);
            }
        }
    }

    Set<String> names() {
        return names;
    }
}
