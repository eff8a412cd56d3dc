package io.github.recsyseval.validation;

import io.github.recsyseval.validation.ValidationReport.ExampleRow;
import io.github.recsyseval.validation.ValidationReport.FindingRow;
import io.github.recsyseval.validation.ValidationReport.MessageRow;
import io.github.recsyseval.validation.ValidationReport.ViolationRow;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * The report as JUnit XML, which every CI system shows: one test case for the records as a whole, one for each defect and one for
 * each finding. Only what makes the command fail is a failure; all else is told in {@code system-out}.
 */
public final class JunitXml {
    private final ValidationReport report;
    private final StringBuilder out = new StringBuilder();

    private JunitXml(ValidationReport report) {
        this.report = report;
    }

    public static String of(ValidationReport report) {
        return new JunitXml(report).text();
    }

    private String text() {
        boolean invalidFails =
                report.verdict().equals("invalid") || report.verdict().equals("incomplete");
        long failingFindings = report.findings().stream()
                .filter(f -> f.severity().equals("fail"))
                .count();
        long failures = failingFindings
                + (report.reasons().isEmpty() ? 0 : 1)
                + (invalidFails ? report.violations().size() : 0);
        int tests = 1 + report.violations().size() + report.findings().size();
        String counts = String.format(Locale.ROOT, "tests=\"%d\" failures=\"%d\" errors=\"0\"", tests, failures);
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<testsuites name=\"recsys-eval\" ").append(counts).append(">\n");
        out.append("  <testsuite name=\"")
                .append(escape("validate " + report.schema()))
                .append("\" ")
                .append(counts);
        out.append(String.format(
                        Locale.ROOT,
                        " skipped=\"0\" time=\"%.3f\">%n",
                        report.run().seconds())
                .replace("\r", ""));
        verdict();
        report.violations().forEach(violation -> violation(violation, invalidFails));
        report.findings().forEach(this::finding);
        return out.append("  </testsuite>\n</testsuites>\n").toString();
    }

    private void verdict() {
        StringJoiner told = new StringJoiner("\n");
        told.add(Words.records(report.records()) + ", " + Words.count(report.invalid()) + " invalid");
        report.notes().forEach(told::add);
        String failure = String.join("; ", report.reasons());
        testCase("records", "verdict", failure, failure, told.toString());
    }

    private void violation(ViolationRow violation, boolean fails) {
        StringJoiner details = new StringJoiner("\n");
        for (MessageRow message : violation.messages()) {
            details.add(Words.count(message.count()) + "  " + at(message.pointer()) + message.message());
        }
        for (ExampleRow example : violation.examples()) {
            details.add(example.file() + ":" + example.line() + "  " + at(example.pointer()) + example.message());
        }
        String location = violation.schemaLocation().isEmpty() ? "line" : violation.schemaLocation();
        String first = violation.messages().isEmpty()
                ? ""
                : violation.messages().get(0).message();
        String summary = Words.records(violation.count()) + ", first " + violation.first()
                + after(", ", Words.when(violation.when(), violation.count())) + ": " + first;
        testCase(
                "schema",
                violation.keyword() + " " + location,
                fails ? summary : "",
                details.toString(),
                details.toString());
    }

    private static String after(String separator, String text) {
        return text.isEmpty() ? "" : separator + text;
    }

    private static String at(String pointer) {
        return pointer.isEmpty() ? "" : pointer + " ";
    }

    private void finding(FindingRow finding) {
        String summary = Words.records(finding.count()) + " (" + Words.percent(finding.share()) + "), first "
                + finding.first() + after(", ", Words.when(finding.when(), finding.count())) + ": " + finding.message();
        String name = finding.code() + " " + finding.title()
                + (finding.path() == null ? "" : " " + finding.kind() + " " + finding.path());
        boolean fails = finding.severity().equals("fail");
        testCase("findings", name, fails ? summary : "", "fix: " + finding.fix(), summary + "\nfix: " + finding.fix());
    }

    /** @param failure empty when the case passes; then {@code told} goes to the output */
    private void testCase(String group, String name, String failure, String details, String told) {
        out.append("    <testcase classname=\"recsys-eval.").append(group).append("\" name=\"");
        out.append(escape(name)).append("\">\n");
        if (!failure.isEmpty()) {
            out.append("      <failure message=\"").append(escape(failure)).append("\">");
            out.append(content(details)).append("</failure>\n");
        } else if (!told.isEmpty()) {
            out.append("      <system-out>").append(content(told)).append("</system-out>\n");
        }
        out.append("    </testcase>\n");
    }

    /** Text for an element, where lines may stay lines. */
    private static String content(String text) {
        return escape(text).replace("&#10;", "\n");
    }

    /** Text for an element or attribute of XML 1.0, which has no way to write most control characters. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                case '\n' -> escaped.append("&#10;");
                default -> {
                    if (isAllowed(c)) {
                        escaped.appendCodePoint(c);
                    } else {
                        escaped.append(String.format(Locale.ROOT, "\\u%04X", c));
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        int type = Character.getType(c);
        return c >= 0x20
                && c != 0xfffe
                && c != 0xffff
                && type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.FORMAT;
    }
}
