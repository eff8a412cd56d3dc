package io.github.recsyseval.validation;

import io.github.recsyseval.text.Decimals;
import io.github.recsyseval.text.PrintableText;
import io.github.recsyseval.text.WordWrap;
import io.github.recsyseval.validation.ValidationReport.FindingRow;
import io.github.recsyseval.validation.ValidationReport.FormRow;
import io.github.recsyseval.validation.ValidationReport.MessageRow;
import io.github.recsyseval.validation.ValidationReport.PlaceRow;
import io.github.recsyseval.validation.ValidationReport.ViolationRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The report for people in a terminal: the verdict first, then what, where, how often and since when, then what to do. */
public final class TextReport {
    private static final int WIDTH = WordWrap.TERMINAL;
    private static final int WIDEST_WHERE = 22;
    private static final int MAX_ROWS = 20;
    private static final int MAX_NAMES = 5;

    private final ValidationReport report;
    private final boolean colour;
    private final int sharedFolder;
    private final StringBuilder out = new StringBuilder();

    private TextReport(ValidationReport report, boolean colour) {
        this.report = report;
        this.colour = colour;
        sharedFolder = sharedFolder(report.files());
    }

    /** @param colour whether the verdict is coloured, for terminals only */
    public static String of(ValidationReport report, boolean colour) {
        return new TextReport(report, colour).text();
    }

    private String text() {
        verdict();
        violations();
        findings();
        remarks();
        hints();
        return out.toString();
    }

    private void verdict() {
        String word = verdictWord();
        List<String> lines = WordWrap.lines(summary(), WIDTH - word.length() - 2);
        out.append(coloured(word)).append("  ").append(lines.get(0)).append('\n');
        lines.subList(1, lines.size())
                .forEach(line ->
                        out.append(" ".repeat(word.length() + 2)).append(line).append('\n'));
        for (String reason : report.reasons()) {
            if (!reason.contains(" do not match ")) {
                paragraph("  ", reason);
            }
        }
        ValidationReport.RunRow run = report.run();
        double seconds = Math.max(run.seconds(), 0.001);
        line("  " + Words.bytes(run.bytes()) + " in " + Decimals.fixed(run.seconds(), 1) + " s, "
                + Decimals.groupedFixed(run.bytes() / 1e6 / seconds, 0) + " MB/s");
    }

    private String verdictWord() {
        return switch (report.verdict()) {
            case "valid", "tolerated" ->
                report.exitCode() == 0 ? report.verdict().toUpperCase(Locale.ROOT) : "FAILED";
            default -> report.verdict().toUpperCase(Locale.ROOT);
        };
    }

    private String coloured(String word) {
        if (!colour) {
            return word;
        }
        String code = report.exitCode() != 0 ? "31" : report.verdict().equals("valid") ? "32" : "33";
        return "\u001B[1;" + code + "m" + word + "\u001B[0m";
    }

    private String summary() {
        String where = report.files().size() == 1
                ? " in " + name(report.files().get(0))
                : " in " + Words.counted(report.files().size(), "file", "files")
                        + (sharedFolder == 0
                                ? ""
                                : " below " + name(report.files().get(0).substring(0, sharedFolder)));
        if (report.records() == 0) {
            return "no records" + where;
        }
        if (report.invalid() == 0) {
            String all = report.records() == 1 ? "the only record" : "all " + Words.records(report.records());
            return all + where + (report.records() == 1 ? " matches " : " match ") + name(report.schema());
        }
        String share = Words.count(report.invalid()) + " of " + Words.records(report.records()) + " ("
                + Words.percent(report.invalidRate()) + ")" + where
                + (report.invalid() == 1 ? " does not match " : " do not match ") + name(report.schema());
        boolean within = report.invalidRate() <= report.maxInvalidRate();
        return report.maxInvalidRate() == 0
                ? share
                : share + "; --max-invalid-rate " + (within ? "tolerates " : "tolerates only ")
                        + Words.percent(report.maxInvalidRate());
    }

    private record Row(String keyword, String where, MessageRow message) {}

    private void violations() {
        if (report.violations().isEmpty()) {
            return;
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
        line("");
        columns.row("count", "where", "rule", List.of("what"));
        for (Row row : shown) {
            List<String> what = withPlace(row.message.message(), seen(row.message), columns.rest());
            columns.row(Words.count(row.message.count()), row.where, row.keyword, what);
        }
        if (rows.size() > shown.size()) {
            line("  and " + Words.counted(rows.size() - shown.size(), "kind more", "kinds more")
                    + "; --format json lists them");
        }
    }

    private String seen(MessageRow message) {
        return seen(message.first(), Words.when(message.when(), message.count()));
    }

    private String seen(FindingRow finding) {
        return seen(finding.first(), Words.when(finding.when(), finding.count()));
    }

    private String seen(PlaceRow first, String when) {
        return "first: " + place(first) + (when.isEmpty() ? "" : ", " + when);
    }

    /** The lines of a sentence and, behind it or below it, where and when that was seen. */
    private static List<String> withPlace(String sentence, String place, int width) {
        List<String> lines = new ArrayList<>(WordWrap.lines(sentence, width));
        String last = lines.get(lines.size() - 1) + "; " + place;
        if (last.length() <= width) {
            lines.set(lines.size() - 1, last);
        } else {
            lines.addAll(WordWrap.lines(place, width));
        }
        return lines;
    }

    /** A place in as few words as tell it: only the line when there is one file, else the file below the folder of all. */
    private String place(PlaceRow place) {
        if (report.files().size() == 1) {
            return "line " + place.line();
        }
        return name(place.file().substring(sharedFolder) + ":" + place.line());
    }

    private static int sharedFolder(List<String> files) {
        String shared = files.isEmpty() ? "" : files.get(0);
        for (String file : files) {
            int same = 0;
            while (same < Math.min(shared.length(), file.length()) && shared.charAt(same) == file.charAt(same)) {
                same++;
            }
            shared = shared.substring(0, same);
        }
        return shared.lastIndexOf('/') + 1;
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
            return WIDTH - 2 - count - 2 - where - 2 - rule - 2;
        }

        void row(String countCell, String whereCell, String ruleCell, List<String> what) {
            List<String> wheres = split(whereCell, where);
            int lines = Math.max(what.size(), wheres.size());
            for (int i = 0; i < lines; i++) {
                String text = String.format(
                        Locale.ROOT,
                        "  %" + count + "s  %-" + where + "s  %-" + rule + "s  %s",
                        i == 0 ? countCell : "",
                        i < wheres.size() ? wheres.get(i) : "",
                        i == 0 ? ruleCell : "",
                        i < what.size() ? what.get(i) : "");
                line(text.stripTrailing());
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

    private void findings() {
        if (report.findings().isEmpty()) {
            return;
        }
        line("");
        line("  also worth a look (not invalid)");
        int count = width(
                "",
                report.findings().stream().map(row -> Words.count(row.count())).toList(),
                15);
        for (FindingRow finding : report.findings()) {
            String lead =
                    String.format(Locale.ROOT, "  %" + count + "s  %s  ", Words.count(finding.count()), finding.code());
            String text = finding.message() + " (" + Words.percent(finding.share()) + ")" + details(finding);
            List<String> lines = withPlace(text, seen(finding), WIDTH - lead.length());
            line(lead + lines.get(0));
            lines.subList(1, lines.size()).forEach(line -> line(" ".repeat(lead.length()) + line));
        }
        fixes();
    }

    private static String details(FindingRow finding) {
        if (finding.shape() != null) {
            return ", of the form " + finding.shape();
        }
        List<String> forms = finding.forms().stream().map(TextReport::form).toList();
        return forms.isEmpty() ? "" : ": " + String.join(", ", forms);
    }

    private static String form(FormRow form) {
        return Words.count(form.count()) + " " + form.form();
    }

    private void fixes() {
        List<String> told = new ArrayList<>();
        line("");
        for (FindingRow finding : report.findings()) {
            if (!told.contains(finding.code())) {
                told.add(finding.code());
                paragraph("  fix " + finding.code() + "  ", finding.fix());
            }
        }
    }

    private void remarks() {
        List<String> remarks = new ArrayList<>();
        if (report.blankLines() > 0) {
            remarks.add(Words.counted(report.blankLines(), "blank line", "blank lines") + " skipped");
        }
        if (report.mapping() != null) {
            remarks.add(report.mapping().sentence());
        }
        remarks.addAll(shortened(report.notes(), "further notes"));
        if (!report.skipped().isEmpty()) {
            remarks.add(Words.counted(report.skipped().size(), "path", "paths") + " skipped, no log lines: "
                    + String.join(", ", shortened(report.skipped(), "more")));
        }
        if (!remarks.isEmpty()) {
            line("");
            remarks.forEach(remark -> paragraph("  ", name(remark)));
        }
    }

    private static List<String> shortened(List<String> names, String rest) {
        if (names.size() <= MAX_NAMES) {
            return names;
        }
        List<String> some = new ArrayList<>(names.subList(0, MAX_NAMES));
        some.add(Words.count(names.size() - MAX_NAMES) + " " + rest);
        return some;
    }

    private void hints() {
        if (report.invalid() > 0) {
            line("");
            paragraph(
                    "  ",
                    "--rejects FILE writes the invalid lines, --accepted FILE the others; --format json lists examples of"
                            + " every defect, --format github or junit serves CI.");
        }
    }

    private void paragraph(String lead, String text) {
        WordWrap.paragraph(lead, " ".repeat(lead.length()), List.of(text.split(" ", -1)))
                .forEach(this::line);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** File names and context keys are data, too. */
    private static String name(String text) {
        return PrintableText.text(text, 300);
    }
}
