package io.github.recsyseval.validation;

import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.privacy.CardNumber;
import io.github.recsyseval.privacy.PersonalDataKind;
import io.github.recsyseval.privacy.Sighting;
import io.github.recsyseval.source.ViolationGroups;
import io.github.recsyseval.stat.TimeHistogram;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts personal data by path and kind. Records may be added in any order. */
final class PersonalDataTally {
    /** Paths are named by the data; more of them are counted as one. */
    private static final int MAX_PATHS = 1000;

    /**
     * One path and kind.
     *
     * @param records how many records hold such data there
     * @param shape the look of the first
     */
    record Row(
            String path,
            PersonalDataKind kind,
            long records,
            String shape,
            long first,
            long last,
            TimeHistogram times) {}

    private record Key(String path, PersonalDataKind kind) {}

    private static final class Entry {
        long records;
        String shape = "";
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        final TimeHistogram times = new TimeHistogram(ViolationGroups.BINS);
        long refuted;
        long possible;
        long certain;

        void add(Sighting sighting, long position, long time) {
            switch (sighting.strength()) {
                case REFUTED -> refuted++;
                case POSSIBLE -> possible++;
                default -> certain++;
            }
            if (sighting.strength() != CardNumber.REFUTED) {
                records++;
                shape = position < first ? sighting.shape() : shape;
                first = Math.min(first, position);
                last = Math.max(last, position);
                if (time != Timestamps.UNREADABLE) {
                    times.add(time);
                }
            }
        }

        boolean isMoreThanChance() {
            return CardNumber.areMoreThanChance(refuted, possible, certain);
        }
    }

    private final Map<Key, Entry> entries = new HashMap<>();

    void add(List<Sighting> sightings, long position, long time) {
        Set<Key> counted = new HashSet<>();
        for (Sighting sighting : sightings) {
            Key key = new Key(sighting.path(), sighting.kind());
            if (!entries.containsKey(key) && entries.size() >= MAX_PATHS) {
                key = new Key("(further paths)", sighting.kind());
            }
            if (counted.add(key)) {
                entries.computeIfAbsent(key, k -> new Entry()).add(sighting, position, time);
            }
        }
    }

    /** What was found beyond chance, the most frequent first, then by path and kind. */
    List<Row> rows() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().isMoreThanChance())
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .sorted(java.util.Comparator.comparingLong(Row::records)
                        .reversed()
                        .thenComparing(Row::path)
                        .thenComparing(Row::kind))
                .toList();
    }

    private static Row row(Key key, Entry entry) {
        return new Row(key.path, key.kind, entry.records, entry.shape, entry.first, entry.last, entry.times);
    }
}
