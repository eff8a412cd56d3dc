package io.github.recsyseval.comparison;

import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.report.BaselineReport.Section;
import io.github.recsyseval.report.BaselineReport.Slots;
import io.github.recsyseval.report.ListSection;
import io.github.recsyseval.report.ListSection.LengthRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.comparison.LengthChangeRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How long the lists were and how often a shown item was clicked, from the counts by rank. */
final class Lists {
    private static final String BY_SLOT = "counted by shown slot, not by user, so it has no interval";

    private Lists() {}

    /** The figures; none where a report does not count clicks by rank. */
    static Section section(BaselineReport report) {
        Slots slots = report.slots();
        long exposures = report.coverage().exposures();
        if (slots.equals(Slots.NONE) || exposures == 0) {
            return new Section(Map.of(), Map.of());
        }
        Map<String, MetricRow> figures = new LinkedHashMap<>();
        List.of(
                        figure("items_per_exposure", "items", slots.shown(), exposures, "shown slots / exposures"),
                        figure(
                                "clicks_per_shown_item",
                                "share",
                                slots.clicks(),
                                slots.shown(),
                                "clicks on shown items / shown slots"))
                .forEach(figure -> figures.put(figure.name(), figure));
        return new Section(figures, Map.of());
    }

    /** How the lengths are spread on both sides; empty where a report does not count them. */
    static List<LengthChangeRow> lengths(@Nullable ListSection before, @Nullable ListSection after) {
        if (before == null || after == null) {
            return List.of();
        }
        Map<String, LengthRow> then = byItems(before);
        Map<String, LengthRow> now = byItems(after);
        Set<String> all =
                new TreeSet<>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        all.addAll(then.keySet());
        all.addAll(now.keySet());
        List<LengthChangeRow> rows = new ArrayList<>();
        for (String items : all) {
            LengthRow none = new LengthRow(items, 0, 0);
            LengthRow old = then.getOrDefault(items, none);
            LengthRow row = now.getOrDefault(items, none);
            rows.add(new LengthChangeRow(items, old.n(), row.n(), old.share(), row.share()));
        }
        return rows;
    }

    private static Map<String, LengthRow> byItems(ListSection lists) {
        Map<String, LengthRow> rows = new HashMap<>();
        lists.lengths().forEach(row -> rows.put(row.items(), row));
        return rows;
    }

    private static MetricRow figure(String name, String unit, long sum, long n, String definition) {
        return new MetricRow(
                name,
                unit,
                (double) sum / n,
                n,
                null,
                (double) sum,
                null,
                BY_SLOT,
                true,
                definition,
                "higher",
                null,
                null,
                null,
                null);
    }
}
