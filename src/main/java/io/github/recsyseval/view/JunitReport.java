package io.github.recsyseval.view;

import io.github.recsyseval.report.Decision.StepRow;
import io.github.recsyseval.report.GateRow;
import io.github.recsyseval.report.LimitRow;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.text.Decimals;
import io.github.recsyseval.text.Hidden;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Page;
import java.util.List;
import java.util.stream.Collectors;

/** A report as JUnit XML: each limit is a test case, each figure a property, and the Markdown form is the output. */
public final class JunitReport {
    private final StringBuilder out = new StringBuilder();

    private JunitReport() {}

    public static String of(Report report) {
        return new JunitReport().write(report);
    }

    private String write(Report report) {
        List<LimitRow> limits = report.limits();
        List<StepRow> steps = report.experiment() == null
                ? List.of()
                : report.experiment().decision().steps();
        long failures = limits.stream().filter(LimitRow::failed).count()
                + report.gates().stream().filter(GateRow::failed).count()
                + steps.stream().filter(JunitReport::failed).count();
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n<testsuite");
        attribute("name", "recsys-eval " + report.command());
        attribute("tests", Integer.toString(limits.size() + report.gates().size() + steps.size()));
        attribute("failures", Long.toString(failures));
        attribute("errors", "0");
        attribute("skipped", "0");
        attribute("time", Decimals.fixed(report.run().seconds(), 3));
        attribute("timestamp", report.run().createdAt().replace("Z", ""));
        out.append(">\n<properties>\n");
        Page page = ReportPage.of(report);
        for (Page.Section section : page.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Figures figures) {
                    figures.figures().forEach(figure -> property(figure, figures.unit()));
                }
            }
        }
        out.append("</properties>\n");
        limits.forEach(limit -> testCase(report, limit));
        report.gates().forEach(gate -> testCase(report, gate));
        steps.forEach(step -> testCase(report, step));
        out.append("<system-out>");
        escape(MarkdownReport.of(page));
        out.append("</system-out>\n</testsuite>\n</testsuites>\n");
        return out.toString();
    }

    private void property(Block.Figure figure, String unit) {
        out.append("<property");
        attribute("name", figure.name());
        String interval = figure.hasInterval() ? " [" + figure.interval() + "]" : " (" + figure.interval() + ")";
        attribute(
                "value",
                figure.value() + interval + ", " + figure.n() + " " + unit
                        + figure.notes().stream().map(", "::concat).collect(Collectors.joining()));
        out.append("/>\n");
    }

    private void testCase(Report report, LimitRow limit) {
        out.append("<testcase");
        attribute("classname", "recsys-eval." + report.command() + "." + limit.decides());
        attribute("name", limit.name() + " " + LimitText.demand(limit));
        out.append(limit.failed() ? ">\n<failure" : "/>\n");
        if (limit.failed()) {
            attribute("message", limit.message());
            attribute("type", "limit");
            out.append(">");
            escape(limit.name() + ": " + LimitText.value(limit) + ", " + LimitText.demand(limit));
            out.append("</failure>\n</testcase>\n");
        }
    }

    private void testCase(Report report, GateRow gate) {
        out.append("<testcase");
        attribute("classname", "recsys-eval." + report.command() + ".gate");
        attribute("name", GateBlocks.name(gate));
        out.append(gate.failed() ? ">\n<failure" : "/>\n");
        if (gate.failed()) {
            attribute("message", String.valueOf(gate.reason()));
            attribute("type", "gate");
            out.append(">");
            escape(gate.gate());
            out.append("</failure>\n</testcase>\n");
        }
    }

    private static boolean failed(StepRow step) {
        return !step.verdict().equals("pass");
    }

    private void testCase(Report report, StepRow step) {
        out.append("<testcase");
        attribute("classname", "recsys-eval." + report.command() + ".decision");
        attribute("name", step.step());
        out.append(failed(step) ? ">\n<failure" : "/>\n");
        if (failed(step)) {
            attribute("message", String.join("; ", step.reasons()));
            attribute("type", step.verdict());
            out.append("></failure>\n</testcase>\n");
        }
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value);
        out.append('"');
    }

    /** The one place where text becomes XML; what XML 1.0 cannot hold is shown by name. */
    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append('\n');
                default -> {
                    if (Hidden.isHidden(c) || c == 0xfffe || c == 0xffff) {
                        out.append(Hidden.name(c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
    }
}
