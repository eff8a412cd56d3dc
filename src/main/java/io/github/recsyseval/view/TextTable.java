package io.github.recsyseval.view;

import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table in columns of text. Where it is too wide its titles are broken first, then what stands in columns that are not of numbers: a
 * figure is never taken apart. Where that does not do, the columns go on in a second table below, which begins with the first column again.
 */
final class TextTable {
    private static final String GAP = "  ";
    /** In front of what goes on from the line above, so that it is not taken for a row. */
    private static final String INDENT = "  ";
    /** A text in more lines than this is no table any more. */
    private static final int MOST_LINES = 3;
    /** A column of these stays with the one before it. */
    private static final String INTERVAL = "95 % interval";

    private final Table table;
    private final TextLines lines;
    private final List<Text> titles;

    TextTable(Table table, TextLines lines) {
        this.table = table;
        this.lines = lines;
        titles = table.columns().stream().map(column -> Text.of(column.title())).toList();
    }

    /** Some of the columns, and how wide they are. */
    private record Part(int[] columns, int[] widths) {}

    /** Writes the table if it can be made to fit; returns false, with nothing written, if it cannot. */
    boolean write(int width) {
        List<Part> parts = parts(width);
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                lines.newLine();
            }
            write(parts.get(i));
        }
        return !parts.isEmpty();
    }

    private List<Part> parts(int width) {
        Part whole = part(1, titles.size(), width);
        if (whole != null) {
            return List.of(whole);
        }
        List<Part> parts = new ArrayList<>();
        for (int from = 1; from < titles.size(); ) {
            int end = from;
            while (end < titles.size() && part(from, end + 1, width) != null) {
                end++;
            }
            if (end < titles.size()
                    && end - 1 > from
                    && table.columns().get(end).title().startsWith(INTERVAL)) {
                end--;
            }
            Part part = part(from, end, width);
            if (end == from || part == null || !namesRows()) {
                return List.of();
            }
            parts.add(part);
            from = end;
        }
        return parts;
    }

    /** Whether the first column tells the rows apart, so that it can be repeated. */
    private boolean namesRows() {
        return table.rows().stream()
                        .map(row -> TextLines.plain(row.get(0)))
                        .distinct()
                        .count()
                == table.rows().size();
    }

    /** The first column and some others; null where they do not fit. */
    private @Nullable Part part(int from, int end, int width) {
        int[] columns =
                IntStream.concat(IntStream.of(0), IntStream.range(from, end)).toArray();
        int most = width - GAP.length() * (columns.length - 1);
        return Stream.of(false, true)
                .map(inWords -> widths(columns, most, inWords))
                .filter(widths -> widths.length > 0)
                .map(widths -> new Part(columns, widths))
                .filter(this::isTable)
                .findFirst()
                .orElse(null);
    }

    private boolean isTable(Part part) {
        return table.rows().stream()
                .flatMap(row -> cells(part, row).stream())
                .allMatch(cell -> cell.size() <= MOST_LINES);
    }

    private void write(Part part) {
        List<List<TextLines.Line>> head = new ArrayList<>();
        for (int i = 0; i < part.columns.length; i++) {
            head.add(lines.broken(titles.get(part.columns[i]), part.widths[i], ""));
        }
        int height = height(head);
        row(head.stream().map(cell -> lowered(cell, height)).toList(), part);
        table.rows().forEach(row -> row(cells(part, row), part));
    }

    private List<List<TextLines.Line>> cells(Part part, List<Text> row) {
        List<List<TextLines.Line>> cells = new ArrayList<>();
        for (int i = 0; i < part.columns.length; i++) {
            int column = part.columns[i];
            cells.add(lines.broken(row.get(column), part.widths[i], isNumber(column) ? "" : INDENT));
        }
        return cells;
    }

    private boolean isNumber(int column) {
        return table.columns().get(column).isNumber();
    }

    /**
     * How wide the columns are that together take at most {@code most}; empty where no widths do.
     *
     * @param inWords whether long names may be broken, too
     */
    private int[] widths(int[] columns, int most, boolean inWords) {
        int[] least = new int[columns.length];
        int[] widths = new int[columns.length];
        for (int i = 0; i < widths.length; i++) {
            int column = columns[i];
            int cells = 0;
            int words = 0;
            for (List<Text> row : table.rows()) {
                cells = Math.max(cells, TextLines.length(TextLines.plain(row.get(column))));
                words = Math.max(words, INDENT.length() + lines.longest(row.get(column), inWords));
            }
            widths[i] = Math.max(cells, TextLines.length(TextLines.plain(titles.get(column))));
            least[i] = Math.max(
                    isNumber(column) ? cells : Math.min(cells, words), lines.longest(titles.get(column), inWords));
        }
        for (int i = 0; i < widths.length && IntStream.of(widths).sum() > most; i++) {
            widths[i] = isNumber(columns[i]) ? least[i] : widths[i];
        }
        while (IntStream.of(widths).sum() > most) {
            int widest = widest(widths, least);
            if (widest < 0) {
                return new int[0];
            }
            widths[widest]--;
        }
        return widths;
    }

    /** Of the columns that can be narrower, the one that has most to give; -1 where none can. */
    private static int widest(int[] widths, int[] least) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private static int height(List<List<TextLines.Line>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(0);
    }

    /** Titles stand on their column. */
    private static List<TextLines.Line> lowered(List<TextLines.Line> cell, int height) {
        List<TextLines.Line> lowered = new ArrayList<>();
        for (int i = cell.size(); i < height; i++) {
            lowered.add(TextLines.Line.EMPTY);
        }
        lowered.addAll(cell);
        return lowered;
    }

    private void row(List<List<TextLines.Line>> cells, Part part) {
        for (int at = 0; at < height(cells); at++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < part.widths.length; i++) {
                TextLines.Line text = at < cells.get(i).size() ? cells.get(i).get(at) : TextLines.Line.EMPTY;
                String pad = " ".repeat(part.widths[i] - text.length());
                line.append(i == 0 ? "" : GAP)
                        .append(isNumber(part.columns[i]) ? pad + text.inked() : text.inked() + pad);
            }
            lines.line(line.toString());
        }
    }
}
