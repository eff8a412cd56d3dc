package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.report.Report;
import io.github.recsyseval.report.ReportFile;
import io.github.recsyseval.view.ReportPage;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Page;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every form of a report says the same: each figure, interval, limit, verdict, slice and message. */
class SameFactsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"clean, join", "clean, offline", "clean, report", "clean, experiment", "faults, join", "faults, report"
    })
    void inEveryForm(String set, String command) throws Exception {
        String data = "testdata/" + set + "/";
        Path json = folder.resolve("r.json");
        List<String> args = new java.util.ArrayList<>(List.of(
                command,
                "--exposures",
                data + "exposures.jsonl",
                "--outcomes",
                data + "outcomes.jsonl",
                "--slice",
                "surface",
                "--output",
                "json=" + json));
        for (String form : List.of("text", "markdown", "html", "junit", "github")) {
            args.addAll(List.of("--output", form + "=" + folder.resolve(form)));
        }
        if (command.equals("report")) {
            args.addAll(List.of("--max-latency-p95-ms", "160", "--max-empty-rate", "0.01", "--max-error-rate", "0"));
            args.addAll(List.of("--assignments", data + "assignments.jsonl"));
        }
        if (command.equals("experiment")) {
            args.addAll(List.of("--assignments", data + "assignments.jsonl", "--control", "A"));
            args.addAll(List.of("--pre-until", "2026-11-03", "--guardrail", "ctr: max_relative_drop=2%"));
        }
        FixedRun.of(args.toArray(String[]::new));

        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("text", read("text").replaceAll("\\n *", " "));
        forms.put("markdown", Plain.markdown(read("markdown")));
        forms.put("html", Plain.html(read("html")));
        forms.put("junit", Plain.markdown(Plain.text(Plain.xml(read("junit")))));
        forms.put("github", Plain.markdown(read("github")));
        Set<String> facts = facts(ReportFile.read(json));
        assertThat(facts).hasSizeGreaterThan(30);
        Set<String> heads = heads(ReportFile.read(json));
        List<String> lines = read("text").lines().toList();
        forms.forEach((form, text) -> assertThat(facts.stream()
                        .filter(fact -> !text.contains(fact))
                        .filter(fact -> !form.equals("text") || !heads.contains(fact) && !isBroken(lines, fact)))
                .as("missing from %s", form)
                .isEmpty());
    }

    /** Whether words, or parts of a name, stand in a cell of several lines: the first of them in one line, the others below it. */
    private static boolean isBroken(List<String> lines, String fact) {
        List<String> words = List.of(fact.split("(?<=[ _|/])"));
        return IntStream.range(0, lines.size()).anyMatch(line -> continues(lines, line, words, 0, Integer.MAX_VALUE));
    }

    /** Whether words stand in a line, the last of them further below, somewhere between two columns. */
    private static boolean continues(List<String> lines, int line, List<String> words, int from, int to) {
        for (int first = words.size(); first > 0 && line < lines.size(); first--) {
            String part = String.join("", words.subList(0, first)).strip();
            List<String> rest = words.subList(first, words.size());
            for (int at = lines.get(line).indexOf(part, 0);
                    at >= 0;
                    at = lines.get(line).indexOf(part, at + 1)) {
                int end = at + part.length();
                boolean below = at < to && end > from;
                if (below && (rest.isEmpty() || continues(lines, line + 1, rest, at, end))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Titles of first columns, which tables that are written row by row leave out. */
    private static Set<String> heads(Report report) {
        return ReportPage.of(report).sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Table.class::isInstance)
                .map(table -> ((Table) table).columns().get(0).title())
                .collect(Collectors.toSet());
    }

    private String read(String form) throws Exception {
        return Files.readString(folder.resolve(form));
    }

    /** All words and numbers of the report's records that a reader should find, taken from the records themselves. */
    private static Set<String> facts(Report report) {
        Set<String> facts = new LinkedHashSet<>();
        report.limits().forEach(limit -> {
            facts.add(limit.name());
            facts.add(limit.setBy());
            facts.add(limit.failed() ? "fails" : "holds");
        });
        report.summary().untrustedBecause().stream()
                .filter(reason -> !reason.matches("J\\d\\d .*"))
                .forEach(facts::add);
        report.dataQuality().findings().forEach(finding -> {
            facts.add(finding.code() + " " + finding.title());
            facts.addAll(List.of(finding.what(), finding.summary(), finding.evidence(), finding.fix()));
        });
        facts.addAll(report.warnings());
        report.dataQuality().metrics().forEach(row -> facts.add(row.name() + ""));
        report.dataQuality().violations().forEach(violation -> {
            facts.add(violation.keyword());
            facts.add(violation.first().file() + ":" + violation.first().line());
        });
        if (report.kpis() != null) {
            facts.addAll(report.kpis().bySegment().keySet());
            facts.addAll(report.kpis().byDay().keySet());
            facts.addAll(report.kpis().byVariant().keySet());
            report.kpis().ctrByRank().forEach(rank -> facts.add(String.format("%,d", rank.n())));
        }
        facts.addAll(report.provenance().options().keySet());
        facts.add(report.run().gitCommit());
        page(report, facts);
        return facts;
    }

    /** The texts that the page made of them: values, intervals, table cells. */
    private static void page(Report report, Set<String> facts) {
        for (Page.Section section : ReportPage.of(report).sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Figures figures) {
                    for (Block.Figure figure : figures.figures()) {
                        facts.addAll(
                                List.of(figure.name(), figure.value(), figure.interval(), figure.n(), figure.users()));
                        figure.limits().forEach(limit -> facts.add(limit.demand()));
                    }
                } else if (block instanceof Table table) {
                    table.columns().forEach(column -> facts.add(column.title()));
                    table.rows().forEach(row -> row.forEach(cell -> facts.add(plain(cell))));
                } else if (block instanceof Block.Paragraph paragraph) {
                    paragraph
                            .text()
                            .spans()
                            .forEach(span -> facts.add(span.text().strip()));
                }
            }
        }
    }

    private static String plain(Text text) {
        return text.spans().stream().map(Text.Span::text).collect(Collectors.joining());
    }
}
