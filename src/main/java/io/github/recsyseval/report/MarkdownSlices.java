package io.github.recsyseval.report;

import static io.github.recsyseval.report.MarkdownText.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table for each breakdown: its largest slices, and the others in one row. Figures that rest on too little are not shown. */
final class MarkdownSlices {
    private final Report report;
    private final StringBuilder out = new StringBuilder();

    private MarkdownSlices(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        MarkdownSlices text = new MarkdownSlices(report);
        report.slices().forEach(text::breakdown);
        return text.out.toString();
    }

    private void breakdown(BreakdownRow breakdown) {
        String keys = cell(String.join(",", breakdown.keys()));
        if (!breakdown.status().equals("ok")) {
            out.append("Breakdown ").append(keys).append(": too many values to show; choose a key with fewer.\n\n");
            return;
        }
        if (breakdown.top().isEmpty()) {
            return;
        }
        out.append("## Slices by ").append(keys).append("\n\n");
        List<MetricRow> first = rows(breakdown.top().get(0));
        List<String> head = new ArrayList<>(List.of("slice", "n"));
        first.forEach(row -> head.add(row.name()));
        row(head);
        row(head.stream().map(name -> name.equals("slice") ? "---" : "---:").toList());
        for (String name : breakdown.top()) {
            slice(cell(name), exposures(name), rows(name), first, breakdown.floor());
        }
        BreakdownRow.OtherSlices other = breakdown.other();
        if (other != null) {
            slice(
                    "(" + NumberText.count(other.slices()) + " other)",
                    other.n(),
                    other.metrics(),
                    first,
                    breakdown.floor());
        }
        out.append('\n');
        if (breakdown.tooFew() > 0) {
            out.append(NumberText.count(breakdown.tooFew()))
                    .append(" of ")
                    .append(NumberText.count(breakdown.slices()))
                    .append(" slices have fewer than ")
                    .append(NumberText.count(breakdown.floor()))
                    .append(" exposures.\n\n");
        }
    }

    private void slice(String name, long n, List<MetricRow> rows, List<MetricRow> columns, long floor) {
        List<String> cells = new ArrayList<>(List.of(name, NumberText.count(n)));
        for (MetricRow column : columns) {
            cells.add(rows.stream()
                    .filter(row -> row.name().equals(column.name()))
                    .findFirst()
                    .map(row -> value(row, floor))
                    .orElse("-"));
        }
        row(cells);
    }

    private static String value(MetricRow row, long floor) {
        if (row.value() == null) {
            return "-";
        }
        if (row.n() < floor) {
            return "too few";
        }
        String interval = row.interval() == null ? "" : " [" + cell(NumberText.interval(row)) + "]";
        return NumberText.value(row) + interval;
    }

    /** Everything that is known of a slice, or its join rates where that is all. */
    private List<MetricRow> rows(String name) {
        List<MetricRow> rows = new ArrayList<>();
        add(rows, name, report.kpis() == null ? null : report.kpis().bySegment());
        add(rows, name, report.guardrails() == null ? null : report.guardrails().bySegment());
        add(rows, name, report.offline() == null ? null : report.offline().bySegment());
        if (rows.isEmpty()) {
            add(rows, name, report.dataQuality().bySegment());
        }
        return rows;
    }

    private long exposures(String name) {
        return report.dataQuality().bySegment().getOrDefault(name, List.of()).stream()
                .filter(row -> row.name().equals("exposure_join_rate"))
                .mapToLong(MetricRow::n)
                .findFirst()
                .orElse(0);
    }

    private static void add(List<MetricRow> to, String name, @Nullable Map<String, List<MetricRow>> from) {
        if (from != null) {
            to.addAll(from.getOrDefault(name, List.of()));
        }
    }

    private void row(List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
