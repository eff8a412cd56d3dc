package io.github.recsyseval.validation;

import io.github.recsyseval.text.Counted;
import io.github.recsyseval.text.Decimals;
import io.github.recsyseval.text.PrintableText;
import io.github.recsyseval.text.WordWrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report for people in a terminal: the verdict first, then what, where, how often and since when, then what to do. */
public final class TextReport {
    private static final int WIDTH = WordWrap.TERMINAL;
    private static final int MAX_NAMES = 5;
    /** In seconds: of a shorter run most goes into its start, which says nothing about larger logs. */
    private static final double SHORTEST_TO_MEASURE = 1;

    private final ValidationReport report;
    private final boolean colour;
    private final Sightings sightings;
    private final StringBuilder out = new StringBuilder();

    private TextReport(ValidationReport report, boolean colour) {
        this.report = report;
        this.colour = colour;
        sightings = new Sightings(report.files());
    }

    /** @param colour whether the verdict is coloured, for terminals only */
    public static String of(ValidationReport report, boolean colour) {
        return new TextReport(report, colour).text();
    }

    private String text() {
        verdict();
        new ViolationTable(report, sightings).lines().forEach(this::line);
        new FindingList(report, sightings).lines().forEach(this::line);
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
        Words.furtherReasons(report).forEach(reason -> paragraph("  ", reason));
        ValidationReport.RunRow run = report.run();
        String speed = run.seconds() < SHORTEST_TO_MEASURE
                ? ""
                : ", " + Decimals.groupedFixed(run.bytes() / 1e6 / run.seconds(), 0) + " MB/s";
        line("  " + Words.bytes(run.bytes()) + " in " + Decimals.fixed(run.seconds(), 1) + " s" + speed);
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
        String where = " in " + sightings.inputs();
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

    private void remarks() {
        List<String> remarks = new ArrayList<>();
        if (report.blankLines() > 0) {
            remarks.add(Counted.of(report.blankLines(), "blank line", "blank lines") + " skipped");
        }
        if (report.mapping() != null) {
            remarks.add(report.mapping().sentence());
        }
        remarks.addAll(shortened(report.notes(), "further notes"));
        if (!report.skipped().isEmpty()) {
            remarks.add(Counted.of(report.skipped().size(), "path", "paths") + " skipped, no log lines: "
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
