package io.github.recsyseval.source;

import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.schema.Violation;
import io.github.recsyseval.stat.TimeHistogram;
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

    /** Beyond this many different sentences in all, likewise. */
    private static final int MAX_ALL_MESSAGES = 5000;

    /** Into so many bins at most the times of one defect, or one wording of it, are sorted: two kilobytes. */
    public static final int BINS = 128;

    /** The bins for the times of all records together. */
    public static final int ALL_BINS = 4096;

    /** One line that shows a defect. */
    public record Example(Place place, String pointer, String message) {}

    /**
     * One wording of a defect, such as the name of the property that is missing.
     *
     * @param pointer where in the record, places in arrays as a star
     * @param records how many lines have it
     * @param times of those whose time can be made out
     */
    public record Message(String pointer, String text, long records, Place first, TimeHistogram times) {}

    /**
     * One defect.
     *
     * @param records how many lines have it
     * @param times of those whose time can be made out
     * @param messages its wordings, the most frequent first; not all where there are very many
     */
    public record Group(
            String keyword,
            String schemaLocation,
            long records,
            Place first,
            Place last,
            TimeHistogram times,
            List<Message> messages,
            List<Example> examples) {}

    private record Key(String schemaLocation, String keyword) {}

    private record Wording(String pointer, String text) {}

    private static final class Entry {
        final Place first;
        final List<Example> examples = new ArrayList<>();
        final Map<Wording, Entry> messages = new LinkedHashMap<>();
        final TimeHistogram times = new TimeHistogram(BINS);
        Place last;
        long records;

        Entry(Place first) {
            this.first = first;
            this.last = first;
        }

        void count(Place place, long time) {
            records++;
            last = place;
            if (time != Timestamps.UNREADABLE) {
                times.add(time);
            }
        }
    }

    private static final Key OTHER = new Key("", "other");

    private final int maxExamples;
    private final Map<Key, Entry> groups = new HashMap<>();
    private final TimeHistogram times = new TimeHistogram(ALL_BINS);
    private int messages;

    ViolationGroups(int maxExamples) {
        this.maxExamples = maxExamples;
    }

    /** @param time of the line, or {@link Timestamps#UNREADABLE} */
    void add(Place place, long time, List<Violation> violations) {
        if (time != Timestamps.UNREADABLE) {
            times.add(time);
        }
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
                count(entry, wording, place, time);
            }
            if (counted.add(key)) {
                entry.count(place, time);
                if (entry.examples.size() < maxExamples) {
                    entry.examples.add(new Example(place, violation.pointer(), violation.message()));
                }
            }
        }
    }

    private void count(Entry group, Wording wording, Place place, long time) {
        Entry known = group.messages.get(wording);
        if (known == null && group.messages.size() < MAX_MESSAGES && messages < MAX_ALL_MESSAGES) {
            messages++;
            known = new Entry(place);
            group.messages.put(wording, known);
        }
        if (known != null) {
            known.count(place, time);
        }
    }

    /** The times of all lines that have a violation and whose time can be made out. */
    public TimeHistogram times() {
        return times;
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
        List<Message> messages = entry.messages.entrySet().stream()
                .map(wording -> message(wording.getKey(), wording.getValue()))
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
                entry.times,
                messages,
                List.copyOf(entry.examples));
    }

    private static Message message(Wording wording, Entry entry) {
        return new Message(wording.pointer, wording.text, entry.records, entry.first, entry.times);
    }
}
