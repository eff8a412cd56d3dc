package io.github.recsyseval.view;

import io.github.recsyseval.report.Report;
import io.github.recsyseval.text.WordWrap;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Chart;
import io.github.recsyseval.view.page.Page;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import io.github.recsyseval.view.page.Text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A page for a terminal of {@value #WIDTH} columns: lines broken between words, tables in columns where they can be made to fit and row by
 * row where they cannot. Charts are left out; their figures stand in the tables.
 */
public final class TextReport {
    static final int WIDTH = WordWrap.TERMINAL;

    private final TextLines lines;

    private TextReport(boolean colour) {
        lines = new TextLines(WIDTH, colour);
    }

    /**
     * The whole report, ending in a newline.
     *
     * @param colour for terminals only
     */
    public static String of(Report report, boolean colour) {
        return of(ReportPage.of(report), colour);
    }

    /** Any page, likewise. */
    public static String of(Page page, boolean colour) {
        return new TextReport(colour).write(page);
    }

    private String write(Page page) {
        heading(page.title(), "=");
        for (Page.Verdict verdict : page.verdicts()) {
            verdict(verdict);
        }
        if (!page.remarks().isEmpty()) {
            lines.line("Notes:");
            bullets(page.remarks());
        }
        for (Page.Section section : page.sections()) {
            heading(section.title(), "-");
            section.blocks().forEach(block -> write(block, section));
        }
        return lines.toString().stripTrailing() + "\n";
    }

    private void heading(String title, String stroke) {
        String shown = TextLines.plain(Text.of(title));
        lines.line(lines.inked(Style.STRONG, shown));
        lines.line(stroke.repeat(TextLines.length(shown)));
        lines.newLine();
    }

    private void verdict(Page.Verdict verdict) {
        Style style = switch (verdict.mood()) {
            case GOOD -> Style.GOOD;
            case BAD -> Style.BAD;
            case NEUTRAL -> Style.STRONG;
        };
        String word = verdict.word().replaceFirst("\\.$", "").toUpperCase(Locale.ROOT);
        List<Text.Span> spans = new ArrayList<>(List.of(new Text.Span(style, word), new Text.Span(Style.PLAIN, " ")));
        spans.addAll(verdict.detail().spans());
        lines.paragraph("", new Text(List.copyOf(spans)));
        bullets(verdict.because());
        if (verdict.because().isEmpty()) {
            lines.newLine();
        }
    }

    private void bullets(List<Text> items) {
        items.forEach(item -> lines.paragraph("- ", item));
        if (!items.isEmpty()) {
            lines.newLine();
        }
    }

    private void caption(String caption) {
        if (!caption.isEmpty()) {
            lines.line(lines.inked(Style.STRONG, TextLines.plain(Text.of(caption))));
        }
    }

    private void entry(Block.Entry entry) {
        lines.paragraph("- ", entry.head());
        entry.below().forEach(line -> lines.paragraph("    ", line));
    }

    private void write(Block block, Page.Section section) {
        if (block instanceof Block.Paragraph paragraph) {
            lines.paragraph("", paragraph.text());
            lines.newLine();
        } else if (block instanceof Block.Bullets bullets) {
            bullets(bullets.items());
        } else if (block instanceof Block.Entries list) {
            caption(list.caption());
            list.entries().forEach(this::entry);
            lines.newLine();
        } else if (block instanceof Block.Figures figures) {
            table(FigureTable.of(figures));
            bullets(FigureTable.notes(figures));
        } else if (block instanceof Table table) {
            caption(section.namesTables() ? table.caption() : "");
            table(table);
        } else if (!(block instanceof Chart)) {
            throw new IllegalArgumentException("no text for " + block.getClass());
        }
    }

    private void table(Table table) {
        if (!new TextTable(table, lines).write(WIDTH)) {
            table.rows().forEach(row -> rowByRow(table, row));
        }
        lines.newLine();
    }

    private static String title(Table table, int column) {
        return TextLines.plain(Text.of(table.columns().get(column).title()));
    }

    /** The first cell on a line of its own, the others with their titles below; those that say nothing are left out. */
    private void rowByRow(Table table, List<Text> row) {
        lines.paragraph("", row.get(0));
        StringBuilder line = new StringBuilder();
        int column = 0;
        for (int i = 1; i < row.size(); i++) {
            String cell = TextLines.plain(row.get(i));
            if (cell.isEmpty() || cell.equals("-")) {
                continue;
            }
            String title = title(table, i) + " ";
            int length = TextLines.length(title) + TextLines.length(cell) + 3;
            if (column > 0 && column + length > WIDTH) {
                lines.line(line.toString());
                line.setLength(0);
                column = 0;
            }
            if (length > WIDTH) {
                lines.paragraph("  " + title, row.get(i));
                continue;
            }
            line.append(column == 0 ? "  " : "   ").append(title).append(lines.inked(row.get(i)));
            column += length;
        }
        if (column > 0) {
            lines.line(line.toString());
        }
    }
}
