package io.github.recsyseval.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** What records are wrong in several ways, in words: those ways that occur, with their counts. */
final class Parts {
    private final List<String> parts = new ArrayList<>();

    /** Adds {@code what} records there are, such as {@code at midnight exactly}; nothing where there are none. */
    Parts add(String what, long count) {
        if (count > 0) {
            parts.add(what + ": " + Words.count(count));
        }
        return this;
    }

    /** Such as {@code at midnight exactly: 12, over a year before all others: 3}. */
    @Override
    public String toString() {
        return String.join(", ", parts);
    }
}
