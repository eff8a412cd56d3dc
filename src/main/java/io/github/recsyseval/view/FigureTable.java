package io.github.recsyseval.view;

import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The main figures of a section as a table, for forms that have no cards. */
final class FigureTable {
    private FigureTable() {}

    static Table of(Block.Figures figures) {
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.text("metric"),
                Table.number("value"),
                Table.number("95 % interval"),
                Table.number("n " + figures.unit()),
                Table.number("users")));
        if (figures.hasLimits()) {
            columns.add(Table.text("limit"));
        }
        Table.Rows table = Table.of(figures.caption(), columns.toArray(Table.Column[]::new));
        for (Block.Figure figure : figures.figures()) {
            List<Text> cells = new ArrayList<>(List.of(
                    Text.ofCode(figure.name()),
                    Text.of(figure.value()),
                    Text.of(figure.interval()),
                    Text.of(figure.n()),
                    Text.of(figure.users())));
            if (figures.hasLimits()) {
                cells.add(limits(figure));
            }
            table.row(cells);
        }
        return table.table();
    }

    /** {@code at most 500 ms: holds}. */
    private static Text limits(Block.Figure figure) {
        Text limits = Text.EMPTY;
        for (Block.Limit limit : figure.limits()) {
            limits = limits.plain((limits.equals(Text.EMPTY) ? "" : "; ") + limit.demand() + ": ")
                    .and(limit.holds() ? Text.good("holds") : Text.bad("fails"));
        }
        return limits;
    }

    /** What is to be said about figures, which would make their rows long; what holds for several is said once. */
    static List<Text> notes(Block.Figures figures) {
        Map<String, Text> notes = new LinkedHashMap<>();
        for (Block.Figure figure : figures.figures()) {
            for (String note : figure.notes()) {
                notes.merge(
                        note,
                        Text.ofCode(figure.name()),
                        (names, name) -> names.plain(", ").and(name));
            }
        }
        return notes.entrySet().stream()
                .map(note -> note.getValue().plain(": " + note.getKey()))
                .toList();
    }
}
