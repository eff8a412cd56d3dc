package io.github.recsyseval.view;

import io.github.recsyseval.report.Decision;
import io.github.recsyseval.report.GateRow;
import io.github.recsyseval.report.LimitRow;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.text.Hidden;
import io.github.recsyseval.view.page.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A report for GitHub Actions: annotations as workflow commands, and the Markdown form as step summary. */
public final class GithubReport {
    /** GitHub shows ten errors, ten warnings and ten notices of a step. */
    private static final int MOST = 10;

    /** A step summary of more than 1 MiB is refused as a whole. */
    public static final int MAX_SUMMARY_BYTES = 1 << 20;

    private static final String CUT = "\n\nThe rest does not fit into a step summary; see the HTML or JSON report.\n";

    private GithubReport() {}

    /** One line for each annotation: the verdicts, then the limits that failed. */
    public static String annotations(Report report) {
        List<String> lines = new ArrayList<>();
        for (Page.Verdict verdict : Verdicts.of(report)) {
            StringBuilder detail = new StringBuilder(verdict.word());
            verdict.detail().spans().forEach(span -> detail.append(' ').append(span.text()));
            lines.add(command("notice", ReportPage.of(report).title(), detail.toString()));
        }
        if (report.experiment() != null) {
            decision(report.experiment().decision(), lines);
        }
        List<LimitRow> user = failed(report, true);
        List<LimitRow> standard = failed(report, false);
        add(lines, "error", user);
        add(lines, "warning", standard);
        report.gates().stream()
                .filter(GateRow::failed)
                .limit(MOST)
                .forEach(gate ->
                        lines.add(command("error", "Gate " + GateBlocks.name(gate), String.valueOf(gate.reason()))));
        return String.join("\n", lines) + "\n";
    }

    private static void decision(Decision decision, List<String> lines) {
        String level = decision.decision().equals("rollback") ? "error" : "warning";
        if (!decision.decision().equals("ship")) {
            decision.reasons().stream()
                    .limit(MOST)
                    .forEach(reason -> lines.add(command(level, DecisionBlocks.word(decision), reason)));
        }
    }

    private static List<LimitRow> failed(Report report, boolean exitCode) {
        return report.limits().stream()
                .filter(limit -> limit.failed() && limit.decidesExitCode() == exitCode)
                .toList();
    }

    private static void add(List<String> lines, String level, List<LimitRow> failed) {
        int shown = failed.size() <= MOST ? failed.size() : MOST - 1;
        failed.subList(0, shown).forEach(limit -> lines.add(command(level, "Limit " + limit.name(), limit.message())));
        if (shown < failed.size()) {
            lines.add(command(
                    level,
                    "Limits",
                    Counted.of(failed.size() - shown, "more limit fails", "more limits fail")
                            + "; see the step summary"));
        }
    }

    private static String command(String level, String title, String message) {
        return "::" + level + " title=" + property(title) + "::" + data(Hidden.shown(message));
    }

    /** Escaped as the runner's toolkit does it, so that no text can start a command of its own. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(Hidden.shown(text)).replace(":", "%3A").replace(",", "%2C");
    }

    /**
     * The Markdown form, cut at a line where it would not fit.
     *
     * @param room how many bytes may be used
     */
    public static String summary(Report report, long room) {
        String markdown = MarkdownReport.of(report);
        byte[] bytes = markdown.getBytes(StandardCharsets.UTF_8);
        long most = Math.min(room, MAX_SUMMARY_BYTES);
        if (bytes.length <= most) {
            return markdown;
        }
        int end = (int) Math.max(0, most - CUT.length());
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end == 0 ? "" : new String(bytes, 0, end, StandardCharsets.UTF_8).stripTrailing() + CUT;
    }
}
