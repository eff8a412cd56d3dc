package io.github.recsyseval.view;

import io.github.recsyseval.report.MarkdownText;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Chart;
import io.github.recsyseval.view.page.Page;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;

/** A page as Markdown that GitHub renders: tables, no raw HTML. Charts are left out; their figures stand in the tables. */
public final class MarkdownReport {
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport() {}

    /** The whole report, ending in a newline. */
    public static String of(Report report) {
        return of(ReportPage.of(report));
    }

    /** Any page, ending in a newline. */
    public static String of(Page page) {
        return new MarkdownReport().write(page);
    }

    private String write(Page page) {
        out.append("# ").append(escape(page.title())).append("\n\n");
        for (Page.Verdict verdict : page.verdicts()) {
            paragraph(("**" + escape(verdict.word()) + "** " + inline(verdict.detail())).strip());
            bullets(verdict.because());
        }
        if (!page.remarks().isEmpty()) {
            paragraph("Notes:");
            bullets(page.remarks());
        }
        for (Page.Section section : page.sections()) {
            out.append("## ").append(escape(section.title())).append("\n\n");
            section.blocks().forEach(block -> write(block, section));
        }
        return out.toString().stripTrailing() + "\n";
    }

    private void write(Block block, Page.Section section) {
        if (block instanceof Block.Paragraph paragraph) {
            paragraph(inline(paragraph.text()));
        } else if (block instanceof Block.Bullets bullets) {
            bullets(bullets.items());
        } else if (block instanceof Block.Entries list) {
            caption(list.caption());
            for (Block.Entry entry : list.entries()) {
                out.append("- ").append(inline(entry.head())).append('\n');
                entry.below()
                        .forEach(line -> out.append("  - ").append(inline(line)).append('\n'));
            }
            out.append('\n');
        } else if (block instanceof Block.Figures figures) {
            table(FigureTable.of(figures));
            bullets(FigureTable.notes(figures));
        } else if (block instanceof Table table) {
            caption(section.namesTables() ? table.caption() : "");
            table(table);
        } else if (!(block instanceof Chart)) {
            throw new IllegalArgumentException("no Markdown for " + block.getClass());
        }
    }

    private void caption(String caption) {
        if (!caption.isEmpty()) {
            out.append("### ").append(escape(caption)).append("\n\n");
        }
    }

    private void paragraph(String text) {
        out.append(text).append("\n\n");
    }

    private void bullets(List<Text> items) {
        items.forEach(item -> out.append("- ").append(inline(item)).append('\n'));
        if (!items.isEmpty()) {
            out.append('\n');
        }
    }

    /** A table whose columns are as wide as their widest cell, so that it can be read unrendered, too. */
    private void table(Table table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream().map(column -> escape(column.title())).toList());
        table.rows().forEach(row -> lines.add(row.stream().map(this::inline).toList()));
        int[] widths = new int[table.columns().size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(Math.max(widths[i], 3), length(line.get(i)));
            }
        }
        row(table, lines.get(0), widths);
        for (int i = 0; i < widths.length; i++) {
            boolean right = table.columns().get(i).isNumber();
            out.append("| ")
                    .append("-".repeat(widths[i] - 1))
                    .append(right ? ":" : "-")
                    .append(' ');
        }
        out.append("|\n");
        lines.subList(1, lines.size()).forEach(line -> row(table, line, widths));
        out.append('\n');
    }

    private void row(Table table, List<String> cells, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            String pad = " ".repeat(Math.max(0, widths[i] - length(cells.get(i))));
            boolean right = table.columns().get(i).isNumber();
            out.append("| ")
                    .append(right ? pad + cells.get(i) : cells.get(i) + pad)
                    .append(' ');
        }
        out.append("|\n");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private String inline(Text text) {
        StringBuilder line = new StringBuilder();
        for (Text.Span span : text.spans()) {
            line.append(
                    switch (span.style()) {
                        case PLAIN, GOOD -> escape(span.text());
                        case STRONG, BAD -> "**" + escape(span.text()) + "**";
                        case CODE -> code(span.text());
                    });
        }
        return line.toString();
    }

    /** As code where that needs no escaping, which code does not know; else as text. */
    private static String code(String text) {
        boolean harmless =
                !text.isBlank() && text.length() <= 100 && text.chars().allMatch(MarkdownReport::isHarmless);
        return harmless ? "`" + text + "`" : escape(text);
    }

    private static boolean isHarmless(int c) {
        return c > ' ' && c < 0x7f && c != '`' && c != '|' && c != '\\' || c == ' ';
    }

    private static String escape(String text) {
        return MarkdownText.cell(text);
    }
}
