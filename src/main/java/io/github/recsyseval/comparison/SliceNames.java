package io.github.recsyseval.comparison;

import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.slice.SliceName;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The slices of two reports, each with the breakdown that it belongs to. */
final class SliceNames {
    private final Map<String, SortedSet<String>> byBreakdown = new HashMap<>();

    SliceNames(BaselineReport before, BaselineReport after) {
        add(before);
        add(after);
    }

    private void add(BaselineReport report) {
        report.sections()
                .values()
                .forEach(section -> section.bySegment().keySet().forEach(this::add));
    }

    private void add(String name) {
        try {
            String breakdown = String.join(",", SliceName.parse(name).keys());
            byBreakdown.computeIfAbsent(breakdown, added -> new TreeSet<>()).add(name);
        } catch (IllegalArgumentException noSlice) {
            // A name that no release writes belongs to no breakdown; the slices then do not add up, and the split says
            // so.
        }
    }

    /** The slices of a breakdown, given by its keys joined by commas, in the order of their names. */
    SortedSet<String> of(String breakdown) {
        return byBreakdown.getOrDefault(breakdown, new TreeSet<>());
    }
}
