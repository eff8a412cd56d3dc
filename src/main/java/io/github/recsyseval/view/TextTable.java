package io.github.recsyseval.view;

import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table in columns of text. Where it is too wide its titles are broken between words first, then what stands in columns that are not of
 * numbers: a figure is never taken apart.
 */
final class TextTable {
    private static final String GAP = "  ";
    /** In front of what goes on from the line above, so that it is not taken for a row. */
    private static final String INDENT = "  ";
    /** A text in more lines than this is no table any more. */
    private static final int MOST_LINES = 3;

    private final Table table;
    private final TextLines lines;
    private final List<Text> titles;

    TextTable(Table table, TextLines lines) {
        this.table = table;
        this.lines = lines;
        titles = table.columns().stream().map(column -> Text.of(column.title())).toList();
    }

    /** Writes the table if it can be made to fit; returns false, with nothing written, if it cannot. */
    boolean write(int width) {
        int[] widths = widths(width - GAP.length() * (titles.size() - 1));
        if (widths == null) {
            return false;
        }
        List<List<List<TextLines.Line>>> rows = new ArrayList<>();
        for (List<Text> row : table.rows()) {
            rows.add(IntStream.range(0, widths.length)
                    .mapToObj(i -> lines.broken(row.get(i), widths[i], isNumber(i) ? "" : INDENT))
                    .toList());
        }
        if (rows.stream().flatMap(List::stream).anyMatch(cell -> cell.size() > MOST_LINES)) {
            return false;
        }
        List<List<TextLines.Line>> head = IntStream.range(0, widths.length)
                .mapToObj(i -> lines.broken(titles.get(i), widths[i], ""))
                .toList();
        int height = height(head);
        row(head.stream().map(cell -> lowered(cell, height)).toList(), widths);
        rows.forEach(row -> row(row, widths));
        return true;
    }

    private boolean isNumber(int column) {
        return table.columns().get(column).isNumber();
    }

    /** How wide the columns are that together take at most {@code most}; null where no widths do. */
    private int @Nullable [] widths(int most) {
        int[] least = new int[titles.size()];
        int[] widths = new int[titles.size()];
        for (int i = 0; i < widths.length; i++) {
            int cells = 0;
            int words = 0;
            for (List<Text> row : table.rows()) {
                cells = Math.max(cells, TextLines.length(TextLines.plain(row.get(i))));
                words = Math.max(words, INDENT.length() + lines.longestWord(row.get(i)));
            }
            widths[i] = Math.max(cells, TextLines.length(TextLines.plain(titles.get(i))));
            least[i] = Math.max(isNumber(i) ? cells : Math.min(cells, words), lines.longestWord(titles.get(i)));
        }
        for (int i = 0; i < widths.length && IntStream.of(widths).sum() > most; i++) {
            widths[i] = isNumber(i) ? least[i] : widths[i];
        }
        while (IntStream.of(widths).sum() > most) {
            int widest = widest(widths, least);
            if (widest < 0) {
                return null;
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

    private void row(List<List<TextLines.Line>> cells, int[] widths) {
        for (int at = 0; at < height(cells); at++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                TextLines.Line part = at < cells.get(i).size() ? cells.get(i).get(at) : TextLines.Line.EMPTY;
                String pad = " ".repeat(widths[i] - part.length());
                line.append(i == 0 ? "" : GAP).append(isNumber(i) ? pad + part.inked() : part.inked() + pad);
            }
            lines.line(line.toString());
        }
    }
}
