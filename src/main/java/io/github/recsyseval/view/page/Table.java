package io.github.recsyseval.view.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table.
 *
 * @param caption what it shows
 * @param folded whether it may be folded away where there is room for little
 */
public record Table(String caption, List<Column> columns, List<List<Text>> rows, boolean folded) implements Block {
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
            return new Table(caption, columns, List.copyOf(rows), false);
        }

        public Table folded() {
            return new Table(caption, columns, List.copyOf(rows), true);
        }
    }
}
