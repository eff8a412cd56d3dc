package io.github.recsyseval.view;

import io.github.recsyseval.report.LimitRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.view.page.Block.Figure;
import io.github.recsyseval.view.page.Block.Figures;
import io.github.recsyseval.view.page.Block.Limit;
import java.util.List;
import java.util.stream.Stream;

/** The main figures of a section, each beside its limits. */
final class FigureBlocks {
    private final List<LimitRow> limits;

    FigureBlocks(List<LimitRow> limits) {
        this.limits = limits;
    }

    Figures of(String caption, String unit, List<MetricRow> rows) {
        return new Figures(caption, unit, rows.stream().map(this::figure).toList());
    }

    private Figure figure(MetricRow row) {
        return new Figure(
                row.name(),
                NumberText.value(row),
                NumberText.intervals(row),
                row.interval() != null,
                NumberText.count(row.n()),
                row.users() == null ? "" : NumberText.count(row.users()),
                notes(row),
                limits.stream()
                        .filter(limit -> LimitText.isOn(limit, row.name()))
                        .map(limit -> new Limit(LimitText.demand(limit), !limit.failed()))
                        .toList());
    }

    /** What was declared, and what an interval that is there lacks. */
    private static List<String> notes(MetricRow row) {
        String lacks = row.interval() == null || row.reason() == null ? "" : row.reason();
        return Stream.of(Declared.note(row), lacks)
                .filter(note -> !note.isEmpty())
                .toList();
    }
}
