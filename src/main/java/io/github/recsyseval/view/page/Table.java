package io.github.recsyseval.view.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table.
 *
 * @param caption what it shows
 * @param layout how it is shown where there is room for little
 */
public record Table(String caption, List<Column> columns, List<List<Text>> rows, Layout layout) implements Block {
    /** What becomes of a table that is wider than its place. */
    public enum Layout {
        /** It is moved sideways. */
        SCROLLED,
        /** It is folded away, however much room there is. */
        FOLDED,
        /** Every row becomes a block, a cell a line; for few rows of many columns. */
        STACKED
    }

    /** A column; numbers stand on the right. */
    public record Column(String title, boolean isNumber) {}

    /** A table to which rows are added. */
    public static Rows of(String caption, Column... columns) {
        return new Rows(caption, Arrays.asList(columns));
    }

    public static Column text(String title) {
        return new Column(title, false);
    }

    public static Column number(String title) {
        return new Column(title, true);
    }

    /** Rows of a table to be. */
    public static final class Rows {
        private final String caption;
        private final List<Column> columns;
        private final List<List<Text>> rows = new ArrayList<>();

        private Rows(String caption, List<Column> columns) {
            this.caption = caption;
            this.columns = List.copyOf(columns);
        }

        public Rows row(Text... cells) {
            rows.add(List.of(cells));
            return this;
        }

        public Rows row(List<Text> cells) {
            rows.add(List.copyOf(cells));
            return this;
        }

        public boolean isEmpty() {
            return rows.isEmpty();
        }

        public Table table() {
            return in(Layout.SCROLLED);
        }

        public Table folded() {
            return in(Layout.FOLDED);
        }

        public Table stacked() {
            return in(Layout.STACKED);
        }

        private Table in(Layout layout) {
            int[] told = IntStream.range(0, columns.size())
                    .filter(column ->
                            column == 0 || rows.isEmpty() || rows.stream().anyMatch(row -> isTold(row.get(column))))
                    .toArray();
            return new Table(
                    caption,
                    IntStream.of(told).mapToObj(columns::get).toList(),
                    rows.stream()
                            .map(row -> IntStream.of(told).mapToObj(row::get).toList())
                            .toList(),
                    layout);
        }

        /** A column that has nothing to tell in any row is left out. */
        private static boolean isTold(Text cell) {
            return cell.spans().stream()
                    .anyMatch(span -> !span.text().isEmpty() && !span.text().equals("-"));
        }
    }
}
