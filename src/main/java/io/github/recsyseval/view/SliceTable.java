package io.github.recsyseval.view;

import io.github.recsyseval.report.BreakdownRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The slices of one breakdown: the largest one by one, the others in one row. Figures that rest on too little are not shown. */
final class SliceTable {
    private SliceTable() {}

    /**
     * The table, and a sentence about slices that are too small.
     *
     * @param rows all figures of every slice; the last ones are the join rates, the first of which counts the exposures
     */
    static List<Block> of(BreakdownRow breakdown, Map<String, List<MetricRow>> rows) {
        List<Block> blocks = new ArrayList<>();
        if (breakdown.top().isEmpty()) {
            return blocks;
        }
        List<MetricRow> columns = rows.getOrDefault(breakdown.top().get(0), List.of());
        List<Table.Column> head = new ArrayList<>(List.of(Table.text("slice"), Table.number("n")));
        columns.forEach(row -> head.add(Table.number(Declared.title(row))));
        Table.Rows table =
                Table.of("Metrics by " + String.join(",", breakdown.keys()), head.toArray(Table.Column[]::new));
        for (String name : breakdown.top()) {
            List<MetricRow> slice = rows.getOrDefault(name, List.of());
            table.row(cells(CutBlocks.shortened(name), exposures(slice), slice, columns, breakdown.floor()));
        }
        BreakdownRow.OtherSlices other = breakdown.other();
        if (other != null) {
            String name = "(" + NumberText.count(other.slices()) + " other)";
            table.row(cells(name, other.n(), other.metrics(), columns, breakdown.floor()));
        }
        blocks.add(table.table());
        if (breakdown.tooFew() > 0) {
            blocks.add(new Block.Paragraph(Text.of(Counted.part(breakdown.tooFew(), breakdown.slices(), "slice")
                    + Counted.words(breakdown.tooFew(), " has", " have") + " fewer than "
                    + Counted.of(breakdown.floor(), "exposure") + ".")));
        }
        return blocks;
    }

    private static List<Text> cells(String name, long n, List<MetricRow> rows, List<MetricRow> columns, long floor) {
        List<Text> cells = new ArrayList<>(List.of(Text.of(name), Text.of(NumberText.count(n))));
        for (MetricRow column : columns) {
            cells.add(Text.of(rows.stream()
                    .filter(row -> row.name().equals(column.name()))
                    .findFirst()
                    .map(row -> value(row, floor))
                    .orElse("-")));
        }
        return cells;
    }

    private static String value(MetricRow row, long floor) {
        boolean tooFew = row.value() != null && row.n() < floor;
        return tooFew ? "too few" : NumberText.value(row);
    }

    private static long exposures(List<MetricRow> rows) {
        return rows.stream()
                .filter(row -> row.name().equals("exposure_join_rate"))
                .mapToLong(MetricRow::n)
                .findFirst()
                .orElse(0);
    }
}
