package io.github.recsyseval.view.html;

import io.github.recsyseval.report.Report;
import io.github.recsyseval.view.ReportPage;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Chart;
import io.github.recsyseval.view.page.Page;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A page as one HTML file: no network, no script, light and dark, for screens from 375 px up and for paper. */
public final class HtmlReport {
    private final Html html = new Html();
    private final Charts charts = new Charts(html);

    private HtmlReport() {}

    /** The whole report. */
    public static String of(Report report) {
        return of(ReportPage.of(report));
    }

    /** Any page with a verdict. */
    public static String of(Page page) {
        return new HtmlReport().write(page);
    }

    private String write(Page page) {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .element(
                        "title",
                        "",
                        page.title() + ": " + page.verdicts().get(0).word())
                .raw("\n<style>\n")
                .raw(style())
                .raw("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<header>\n");
        html.element("h1", "", page.title());
        page.verdicts().forEach(this::verdict);
        remarks(page.remarks());
        contents(page.sections());
        html.raw("</header>\n<main id=\"main\">\n");
        page.sections().forEach(this::section);
        html.raw("</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("/recsys-eval/report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void verdict(Page.Verdict verdict) {
        html.open("div", "verdict " + verdict.mood().name().toLowerCase(Locale.ROOT))
                .open("p", "");
        html.element("strong", "", verdict.word()).raw(" ");
        inline(verdict.detail());
        html.close("p");
        bullets(verdict.because());
        html.raw("</div>\n");
    }

    private void remarks(List<Text> remarks) {
        if (!remarks.isEmpty()) {
            html.open("div", "remarks").element("p", "", "Notes:");
            bullets(remarks);
            html.raw("</div>\n");
        }
    }

    private void contents(List<Page.Section> sections) {
        html.raw("<nav aria-label=\"Sections\">\n<ul>");
        for (Page.Section section : sections) {
            html.raw("<li><a")
                    .attribute("href", "#" + section.id())
                    .raw(">")
                    .text(section.title())
                    .raw("</a></li>\n");
        }
        html.raw("</ul></nav>\n");
    }

    private void section(Page.Section section) {
        html.raw("<section").attribute("aria-labelledby", section.id()).raw(">\n<h2");
        html.attribute("id", section.id()).raw(">").text(section.title()).raw("</h2>\n");
        List<Chart> together = new ArrayList<>();
        for (Block block : section.blocks()) {
            if (block instanceof Chart chart) {
                together.add(chart);
            } else {
                charts(together);
                block(block);
            }
        }
        charts(together);
        html.raw("</section>\n");
    }

    /** Charts that follow each other stand side by side where there is room. */
    private void charts(List<Chart> together) {
        if (!together.isEmpty()) {
            html.open("div", "charts");
            together.forEach(charts::draw);
            html.raw("</div>\n");
            together.clear();
        }
    }

    private void block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            html.open("p", "");
            inline(paragraph.text());
            html.raw("</p>\n");
        } else if (block instanceof Block.Bullets bullets) {
            bullets(bullets.items());
        } else if (block instanceof Block.Entries list) {
            if (!list.caption().isEmpty()) {
                html.element("h3", "", list.caption()).raw("\n");
            }
            html.open("ul", "entries").raw("\n");
            list.entries().forEach(this::entry);
            html.raw("</ul>\n");
        } else if (block instanceof Block.Figures figures) {
            cards(figures);
        } else if (block instanceof Table table) {
            table(table);
        } else {
            throw new IllegalArgumentException("no HTML for " + block.getClass());
        }
    }

    private void bullets(List<Text> items) {
        if (items.isEmpty()) {
            return;
        }
        html.raw("<ul>\n");
        for (Text item : items) {
            html.raw("<li>");
            inline(item);
            html.raw("</li>\n");
        }
        html.raw("</ul>\n");
    }

    private void entry(Block.Entry entry) {
        html.raw("<li>");
        inline(entry.head());
        bullets(entry.below());
        html.raw("</li>\n");
    }

    private void cards(Block.Figures figures) {
        html.open("ul", "cards").raw("\n");
        for (Block.Figure figure : figures.figures()) {
            boolean fails = figure.limits().stream().anyMatch(limit -> !limit.holds());
            html.open("li", fails ? "card fails" : "card");
            html.name("span", "name", figure.name()).raw(" ");
            html.element("span", "value", figure.value()).raw(" ");
            html.open("span", "interval").raw(figure.hasInterval() ? "95 % interval " : "");
            html.element("span", figure.hasInterval() ? "nowrap" : "", figure.interval())
                    .raw("</span> ");
            String users = figure.users().isEmpty() || figures.unit().equals("users")
                    ? ""
                    : " of " + figure.users() + (figure.users().equals("1") ? " user" : " users");
            if (!figure.notes().isEmpty()) {
                html.element("span", "n", String.join(", ", figure.notes())).raw(" ");
            }
            html.element("span", "n", figure.n() + " " + figures.unit() + users).raw(" ");
            for (Block.Limit limit : figure.limits()) {
                html.element(
                                "span",
                                limit.holds() ? "limit good" : "limit bad",
                                limit.demand() + (limit.holds() ? ": holds" : ": fails"))
                        .raw(" ");
            }
            html.raw("</li>\n");
        }
        html.raw("</ul>\n");
    }

    private void table(Table table) {
        boolean folded = table.layout() == Table.Layout.FOLDED;
        boolean stacked = table.layout() == Table.Layout.STACKED;
        if (folded) {
            html.raw("<details><summary>").text(table.caption()).raw("</summary>\n");
        }
        html.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\"")
                .attribute("aria-label", table.caption())
                .raw(stacked ? ">\n<table class=\"stack\">\n<caption>" : ">\n<table>\n<caption>")
                .text(table.caption())
                .raw("</caption>\n<thead><tr>");
        for (Table.Column column : table.columns()) {
            html.raw("<th scope=\"col\"").raw(column.isNumber() ? " class=\"number\">" : ">");
            html.words(column.title()).close("th");
        }
        html.raw("</tr></thead>\n<tbody>\n");
        for (List<Text> row : table.rows()) {
            html.raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                boolean head = i == 0;
                html.raw(head ? "<th scope=\"row\"" : "<td");
                if (stacked && !head) {
                    html.attribute("data-label", table.columns().get(i).title());
                }
                html.raw(table.columns().get(i).isNumber() ? " class=\"number\">" : ">");
                inline(row.get(i), head);
                html.close(head ? "th" : "td");
            }
            html.raw("</tr>\n");
        }
        html.raw("</tbody>\n</table>\n</div>\n");
        if (folded) {
            html.raw("</details>\n");
        }
    }

    private void inline(Text text) {
        inline(text, false);
    }

    /** @param isName whether plain text may be broken between the words of names, too */
    private void inline(Text text, boolean isName) {
        for (Text.Span span : text.spans()) {
            switch (span.style()) {
                case PLAIN -> {
                    if (isName) {
                        html.words(span.text());
                    } else {
                        html.text(span.text());
                    }
                }
                case STRONG -> html.element("strong", "", span.text());
                case CODE -> html.code(span.text());
                case GOOD -> html.element("span", "good", span.text());
                case BAD -> html.element("strong", "bad", span.text());
            }
        }
    }
}
