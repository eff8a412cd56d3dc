package io.github.recsyseval.comparison;

import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.report.BaselineReport.Figure;
import io.github.recsyseval.report.BaselineReport.Section;
import io.github.recsyseval.report.BaselineReport.Slots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Map<String, Figure> figures = new LinkedHashMap<>();
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

    private static Figure figure(String name, String unit, long sum, long n, String definition) {
        return new Figure(
                name, unit, (double) sum / n, n, null, (double) sum, null, BY_SLOT, definition, "higher", null);
    }
}
