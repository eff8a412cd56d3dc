package io.github.recsyseval.view;

import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The main figures of a section as a table, for forms that have no cards. */
final class FigureTable {
    private FigureTable() {}

    static Table of(Block.Figures figures) {
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.text("figure"),
                Table.number("value"),
                Table.number("95 % interval"),
                Table.number("n " + figures.unit()),
                Table.number("users")));
        if (figures.hasLimits()) {
            columns.add(Table.number("limit"));
            columns.add(Table.text(""));
        }
        Table.Rows table = Table.of(figures.caption(), columns.toArray(Table.Column[]::new));
        for (Block.Figure figure : figures.figures()) {
            List<Text> cells = new ArrayList<>(List.of(
                    figure.note().isEmpty()
                            ? Text.ofCode(figure.name())
                            : Text.ofCode(figure.name()).plain(", " + figure.note()),
                    Text.of(figure.value()),
                    Text.of(figure.interval()),
                    Text.of(figure.n()),
                    Text.of(figure.users())));
            if (figures.hasLimits()) {
                boolean holds = figure.limits().stream().allMatch(Block.Limit::holds);
                Text verdict = holds ? Text.good("holds") : Text.bad("fails");
                cells.add(Text.of(figure.limits().stream()
                        .map(Block.Limit::demand)
                        .distinct()
                        .collect(Collectors.joining("; "))));
                cells.add(figure.limits().isEmpty() ? Text.EMPTY : verdict);
            }
            table.row(cells);
        }
        return table.table();
    }
}
