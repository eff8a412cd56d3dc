package io.github.recsyseval.validation;

import io.github.recsyseval.text.Counted;
import io.github.recsyseval.text.WordWrap;
import io.github.recsyseval.validation.ValidationReport.MessageRow;
import io.github.recsyseval.validation.ValidationReport.ViolationRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the schema has against records, the most frequent first: how often, where in the record, by which rule, and what. */
final class ViolationTable {
    private static final int WIDEST_WHERE = 22;
    private static final int MAX_ROWS = 20;

    private final ValidationReport report;
    private final Sightings sightings;
    private final List<String> lines = new ArrayList<>();

    ViolationTable(ValidationReport report, Sightings sightings) {
        this.report = report;
        this.sightings = sightings;
    }

    private record Row(String keyword, String where, MessageRow message) {}

    /** The lines of the table; none where every record matches. */
    List<String> lines() {
        if (report.violations().isEmpty()) {
            return lines;
        }
        List<Row> rows = new ArrayList<>();
        for (ViolationRow violation : report.violations()) {
            violation
                    .messages()
                    .forEach(message -> rows.add(new Row(violation.keyword(), violation.where(message), message)));
        }
        rows.sort(Comparator.comparingLong((Row row) -> row.message.count()).reversed());
        List<Row> shown = rows.subList(0, Math.min(MAX_ROWS, rows.size()));
        Columns columns = new Columns(
                width(
                        "count",
                        shown.stream()
                                .map(row -> Words.count(row.message.count()))
                                .toList(),
                        15),
                width("where", shown.stream().map(Row::where).toList(), WIDEST_WHERE),
                width("rule", shown.stream().map(Row::keyword).toList(), 20));
        lines.add("");
        columns.row("count", "where", "rule", List.of("what"));
        for (Row row : shown) {
            List<String> what = Sightings.behind(row.message.message(), seen(row.message), columns.rest());
            columns.row(Words.count(row.message.count()), row.where, row.keyword, what);
        }
        if (rows.size() > shown.size()) {
            lines.add("  and " + Counted.of(rows.size() - shown.size(), "kind more", "kinds more")
                    + "; --format json lists them");
        }
        return lines;
    }

    private String seen(MessageRow message) {
        return sightings.of(message.first(), message.when(), message.count());
    }

    private static int width(String title, List<String> cells, int widest) {
        int width = title.length();
        for (String cell : cells) {
            width = Math.max(width, cell.length());
        }
        return Math.min(width, widest);
    }

    /** The widths of the columns of the table of violations. */
    private final class Columns {
        private final int count;
        private final int where;
        private final int rule;

        Columns(int count, int where, int rule) {
            this.count = count;
            this.where = where;
            this.rule = rule;
        }

        int rest() {
            return WordWrap.TERMINAL - 2 - count - 2 - where - 2 - rule - 2;
        }

        void row(String countCell, String whereCell, String ruleCell, List<String> what) {
            List<String> wheres = split(whereCell, where);
            int height = Math.max(what.size(), wheres.size());
            for (int i = 0; i < height; i++) {
                String text = String.format(
                        Locale.ROOT,
                        "  %" + count + "s  %-" + where + "s  %-" + rule + "s  %s",
                        i == 0 ? countCell : "",
                        i < wheres.size() ? wheres.get(i) : "",
                        i == 0 ? ruleCell : "",
                        i < what.size() ? what.get(i) : "");
                lines.add(text.stripTrailing());
            }
        }

        private static List<String> split(String text, int width) {
            List<String> parts = new ArrayList<>();
            for (int at = 0; at < text.length(); at += width) {
                parts.add(text.substring(at, Math.min(text.length(), at + width)));
            }
            return parts;
        }
    }
}
