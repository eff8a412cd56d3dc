package io.github.recsyseval.source;

import io.github.recsyseval.schema.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    /** Beyond this many different sentences in a group, further ones are counted in the group only. */
    private static final int MAX_MESSAGES = 50;

    /** One line that shows a defect. */
    public record Example(Place place, String pointer, String message) {}

    /**
     * One wording of a defect, such as the name of the property that is missing.
     *
     * @param pointer where in the record, places in arrays as a star
     * @param records how many lines have it
     */
    public record Message(String pointer, String text, long records, Place first) {}

    /**
     * One defect.
     *
     * @param records how many lines have it
     * @param messages its wordings, the most frequent first; not all where there are very many
     */
    public record Group(
            String keyword,
            String schemaLocation,
            long records,
            Place first,
            Place last,
            List<Message> messages,
            List<Example> examples) {}

    private record Key(String schemaLocation, String keyword) {}

    private record Wording(String pointer, String text) {}

    private static final class Entry {
        final Place first;
        final List<Example> examples = new ArrayList<>();
        final Map<Wording, Message> messages = new LinkedHashMap<>();
        Place last;
        long records;

        Entry(Place first) {
            this.first = first;
            this.last = first;
        }

        void count(Wording wording, Place place) {
            if (messages.size() < MAX_MESSAGES || messages.containsKey(wording)) {
                messages.merge(
                        wording,
                        new Message(wording.pointer, wording.text, 1, place),
                        (old, one) -> new Message(old.pointer, old.text, old.records + 1, old.first));
            }
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
        Set<Wording> worded = new HashSet<>();
        for (Violation violation : violations) {
            Key key = new Key(violation.schemaLocation(), violation.keyword());
            if (!groups.containsKey(key) && groups.size() >= MAX_GROUPS) {
                key = OTHER;
            }
            Entry entry = groups.computeIfAbsent(key, k -> new Entry(place));
            Wording wording = new Wording(general(violation.pointer()), placeless(violation));
            if (worded.add(wording)) {
                entry.count(wording, place);
            }
            if (counted.add(key)) {
                entry.records++;
                entry.last = place;
                if (entry.examples.size() < maxExamples) {
                    entry.examples.add(new Example(place, violation.pointer(), violation.message()));
                }
            }
        }
    }

    /** A JSON Pointer with a star for each place in an array. */
    static String general(String pointer) {
        return pointer.replaceAll("/[0-9]+(?=/|$)", "/*");
    }

    /** The sentence about a line that is not JSON without the byte at which it goes wrong, which differs from line to line. */
    private static String placeless(Violation violation) {
        return violation.keyword().equals(Violation.JSON)
                ? violation.message().replaceAll("(,? at| from) byte [0-9]+( on)?", "")
                : violation.message();
    }

    /** The groups, the most frequent first, then by place in the schema and keyword. */
    public List<Group> groups() {
        return groups.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Group::records)
                        .reversed()
                        .thenComparing(Group::schemaLocation)
                        .thenComparing(Group::keyword))
                .toList();
    }

    private static Group group(Key key, Entry entry) {
        List<Message> messages = entry.messages.values().stream()
                .sorted(Comparator.comparingLong(Message::records)
                        .reversed()
                        .thenComparing(Message::pointer)
                        .thenComparing(Message::text))
                .toList();
        return new Group(
                key.keyword(),
                key.schemaLocation(),
                entry.records,
                entry.first,
                entry.last,
                messages,
                List.copyOf(entry.examples));
    }
}
