package io.github.recsyseval.mapping;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Names of fields that no rule knows, to suggest one for a field that never occurs. Keeps the alphabetically first ones. */
final class UnknownNames {
    private static final int MAX_NAMES = 200;
    private static final int MAX_LENGTH = 100;

    private final NavigableSet<String> names;
    private final String prefix;

    UnknownNames() {
        this(new TreeSet<>(), "");
    }

    private UnknownNames(NavigableSet<String> names, String prefix) {
        this.names = names;
        this.prefix = prefix;
    }

    /** The same names, met within an object. */
    UnknownNames within(String name) {
        return new UnknownNames(names, prefix + new FieldPath(List.of(name)) + ".");
    }

    void add(String name) {
        if (name.length() <= MAX_LENGTH) {
            names.add(prefix + new FieldPath(List.of(name)));
            cut();
        }
    }

    void add(UnknownNames other) {
        names.addAll(other.names);
        cut();
    }

    private void cut() {
        while (names.size() > MAX_NAMES) {
            names.pollLast();
        }
    }

    Set<String> names() {
        return names;
    }
}
