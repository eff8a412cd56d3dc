package io.github.recsyseval.source;

import io.github.recsyseval.schema.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Violations by defect: the same place in the schema and the same keyword are one group, counted in full, with a few examples.
 * Records must be added in input order.
 */
public final class ViolationGroups {
    /** Beyond this many kinds of defect (only a hostile schema has so many) further ones are counted as one group. */
    private static final int MAX_GROUPS = 1000;

    /** One line that shows a defect. */
    public record Example(Place place, String pointer, String message) {}

    /**
     * One defect.
     *
     * @param records how many lines have it
     */
    public record Group(
            String keyword, String schemaLocation, long records, Place first, Place last, List<Example> examples) {}

    private record Key(String schemaLocation, String keyword) {}

    private static final class Entry {
        final Place first;
        final List<Example> examples = new ArrayList<>();
        Place last;
        long records;

        Entry(Place first) {
            this.first = first;
            this.last = first;
        }
    }

    private static final Key OTHER = new Key("", "other");

    private final int maxExamples;
    private final Map<Key, Entry> groups = new HashMap<>();

    ViolationGroups(int maxExamples) {
        this.maxExamples = maxExamples;
    }

    void add(Place place, List<Violation> violations) {
        Set<Key> counted = new HashSet<>();
        for (Violation violation : violations) {
            Key key = new Key(violation.schemaLocation(), violation.keyword());
            if (!groups.containsKey(key) && groups.size() >= MAX_GROUPS) {
                key = OTHER;
            }
            Entry entry = groups.computeIfAbsent(key, k -> new Entry(place));
            if (counted.add(key)) {
                entry.records++;
                entry.last = place;
                if (entry.examples.size() < maxExamples) {
                    entry.examples.add(new Example(place, violation.pointer(), violation.message()));
                }
            }
        }
    }

    /** The groups, the most frequent first, then by place in the schema and keyword. */
    public List<Group> groups() {
        return groups.entrySet().stream()
                .map(e -> new Group(
                        e.getKey().keyword(),
                        e.getKey().schemaLocation(),
                        e.getValue().records,
                        e.getValue().first,
                        e.getValue().last,
                        List.copyOf(e.getValue().examples)))
                .sorted(Comparator.comparingLong(Group::records)
                        .reversed()
                        .thenComparing(Group::schemaLocation)
                        .thenComparing(Group::keyword))
                .toList();
    }
}
