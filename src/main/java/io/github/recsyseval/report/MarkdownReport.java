package io.github.recsyseval.report;

import static io.github.recsyseval.report.MarkdownText.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report as Markdown: verdict first, then figures, then the books, then where it all comes from. */
public final class MarkdownReport {
    /** Slices beyond this many are not shown here; the JSON form has them all. */
    private static final int MAX_SLICES = 50;

    private final Report report;
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport(Report report) {
        this.report = report;
    }

    /** The whole report, ending in a newline. */
    public static String of(Report report) {
        return new MarkdownReport(report).write();
    }

    private String write() {
        verdict();
        warnings();
        KpiSection kpis = report.kpis();
        if (kpis != null) {
            metrics("KPIs", kpis.metrics(), "exposures");
        }
        if (report.guardrails() != null) {
            metrics("Guardrails", report.guardrails().metrics(), "exposures");
        }
        OfflineSection offline = report.offline();
        if (offline != null) {
            offline(offline);
        }
        if (kpis != null) {
            ctrByRank(kpis.ctrByRank());
        }
        slices();
        why(report.dataQuality());
        dataQuality(report.dataQuality());
        definitions();
        provenance();
        return out.toString();
    }

    private void verdict() {
        Summary summary = report.summary();
        heading(1, title());
        String counts = NumberText.count(summary.casesEvaluated()) + " exposures of "
                + NumberText.count(summary.users()) + " users, "
                + NumberText.count(report.dataQuality().joinIntegrity().outcomeCount())
                + " outcomes, outcome join rate "
                + outcomeJoinRate();
        line((summary.trusted() ? "**Trusted.** " : "**Do not trust.** ") + counts + ".");
        if (summary.firstExposure() != null) {
            line("Exposures from " + summary.firstExposure() + " to " + summary.lastExposure() + " (UTC).");
        }
        for (String because : summary.untrustedBecause()) {
            bullet(cell(because));
        }
        if (!summary.filters().isEmpty()) {
            line(NumberText.count(summary.excludedExposures()) + " exposures left out by: "
                    + cell(String.join(", ", summary.filters())) + ".");
        }
    }

    private String title() {
        return switch (report.command()) {
            case "join" -> "Join report";
            case "offline" -> "Offline evaluation";
            default -> "Recommendation report";
        };
    }

    private String outcomeJoinRate() {
        for (MetricRow row : report.dataQuality().metrics()) {
            if (row.name().equals("outcome_join_rate")) {
                return row.value() == null
                        ? "unknown (no outcomes)"
                        : NumberText.value(row) + (row.interval() == null ? "" : " [" + NumberText.interval(row) + "]");
            }
        }
        return "-";
    }

    private void warnings() {
        report.warnings().forEach(warning -> bullet(cell(warning)));
    }

    private void metrics(String title, List<MetricRow> rows, String unit) {
        heading(2, title);
        row("metric", "value", "95 % interval", "n " + unit, "users");
        rule("---", "---:", ":---:", "---:", "---:");
        for (MetricRow row : rows) {
            row(
                    "`" + row.name() + "`",
                    NumberText.value(row),
                    cell(NumberText.interval(row)),
                    NumberText.count(row.n()),
                    row.users() == null ? "" : NumberText.count(row.users()));
        }
        blank();
    }

    private void offline(OfflineSection offline) {
        metrics("Ranking", offline.metrics(), "lists");
        MetricRow share = offline.relevantShare();
        line("Convention `" + offline.convention() + "`, relevance `" + offline.relevance() + "`. "
                + NumberText.value(share) + " of the exposures have a relevant item. " + offline.note());
    }

    private void ctrByRank(List<RankRow> ranks) {
        if (ranks.isEmpty()) {
            return;
        }
        heading(2, "CTR by rank");
        row("logged rank", "ctr", "95 % interval", "clicks", "n slots");
        rule("---:", "---:", ":---:", "---:", "---:");
        for (RankRow rank : ranks) {
            IntervalRow interval = rank.interval();
            row(
                    rank.rank().replace(">", "&gt;"),
                    rank.value() == null ? "-" : NumberText.percent(rank.value()),
                    interval == null || interval.lower() == null || interval.upper() == null
                            ? "-"
                            : NumberText.percentOrUnbounded(interval.lower()) + " - "
                                    + NumberText.percentOrUnbounded(interval.upper()),
                    NumberText.count(rank.clicks()),
                    NumberText.count(rank.n()));
        }
        blank();
    }

    private void slices() {
        Map<String, List<MetricRow>> slices = new LinkedHashMap<>();
        add(slices, report.kpis() == null ? null : report.kpis().bySegment());
        add(slices, report.guardrails() == null ? null : report.guardrails().bySegment());
        add(slices, report.offline() == null ? null : report.offline().bySegment());
        if (slices.isEmpty()) {
            add(slices, report.dataQuality().bySegment());
        }
        for (BreakdownRow breakdown : report.slices()) {
            if (!breakdown.status().equals("ok")) {
                line("Breakdown " + cell(String.join(",", breakdown.keys()))
                        + ": too many values to show; choose a key with fewer.");
            }
        }
        if (slices.isEmpty()) {
            return;
        }
        heading(2, "Slices");
        List<MetricRow> first = slices.values().iterator().next();
        List<String> head = new ArrayList<>(List.of("slice", "n"));
        first.forEach(row -> head.add(row.name()));
        row(head.toArray(String[]::new));
        rule(head.stream().map(name -> name.equals("slice") ? "---" : "---:").toArray(String[]::new));
        slices.entrySet().stream().limit(MAX_SLICES).forEach(slice -> sliceRow(slice.getKey(), slice.getValue()));
        blank();
        if (slices.size() > MAX_SLICES) {
            line((slices.size() - MAX_SLICES) + " more slices are in the JSON form.");
        }
    }

    private static void add(Map<String, List<MetricRow>> to, @Nullable Map<String, List<MetricRow>> from) {
        if (from != null) {
            from.forEach((name, rows) ->
                    to.computeIfAbsent(name, n -> new ArrayList<>()).addAll(rows));
        }
    }

    private void sliceRow(String name, List<MetricRow> rows) {
        List<String> cells = new ArrayList<>();
        cells.add(cell(name));
        cells.add(NumberText.count(rows.get(0).n()));
        rows.forEach(row -> cells.add(NumberText.value(row)));
        row(cells.toArray(String[]::new));
    }

    private void dataQuality(DataQuality quality) {
        metrics("Joins", quality.metrics(), "records");
        row("", "exposures", "outcomes", "assignments");
        rule("---", "---:", "---:", "---:");
        DataQuality.JoinIntegrity joins = quality.joinIntegrity();
        row("valid", count(joins.exposureCount()), count(joins.outcomeCount()), count(joins.assignmentsCount()));
        DataQuality.InvalidLines invalid = quality.invalidLines();
        row("invalid", count(invalid.exposures()), count(invalid.outcomes()), count(invalid.assignments()));
        row(
                "incomplete",
                count(quality.exposureCompleteness().missing()),
                count(quality.outcomeCompleteness().missing()),
                count(quality.assignmentCompleteness().missing()));
        blank();
        books("Exposures", quality.exposureClasses());
        books("Outcomes", quality.outcomeClasses());
        if (joins.assignmentsCount() + invalid.assignments() > 0) {
            books("Assignments", quality.assignmentClasses());
        }
        attribution(quality.attribution());
        limits(quality.limits());
        violations(quality.violations());
        quality.notes().forEach(note -> bullet(cell(note)));
    }

    private static String count(long n) {
        return NumberText.count(n);
    }

    /** Every record in one class: {@code Outcomes: 100 attributed + 2 unmatched}. */
    private void books(String what, Map<String, Long> classes) {
        List<String> parts = new ArrayList<>();
        long sum = 0;
        for (Map.Entry<String, Long> entry : classes.entrySet()) {
            sum += entry.getValue();
            if (entry.getValue() > 0) {
                parts.add(count(entry.getValue()) + " " + entry.getKey().replace('_', ' '));
            }
        }
        line(what + ": " + count(sum) + (parts.isEmpty() ? "" : " = " + String.join(" + ", parts)) + ".");
    }

    /** The findings: causes with evidence and remedy, consequences named. */
    private void why(DataQuality quality) {
        if (quality.findings().isEmpty()) {
            return;
        }
        heading(2, "Why");
        for (FindingRow finding : quality.findings()) {
            String share = NumberText.percent(finding.share()) + " of the " + finding.what();
            String consequence =
                    finding.suppressedBy() == null ? "" : " (a consequence of " + finding.suppressedBy() + ")";
            bullet("**" + finding.code() + " " + finding.title() + "** " + finding.severity() + consequence + ": "
                    + share
                    + ": " + cell(finding.summary()) + ". Seen: " + cell(finding.evidence()) + ". Fix: "
                    + cell(finding.fix()) + ".");
        }
        blank();
        if (!quality.unmatchedCauses().isEmpty()) {
            List<String> parts = new ArrayList<>();
            quality.unmatchedCauses().forEach(cause -> parts.add(part(cause)));
            line("Of the outcomes without exposure, " + String.join(", ", parts) + ".");
        }
    }

    private static String part(CauseRow cause) {
        IntervalRow interval = cause.interval();
        return NumberText.percent(cause.share()) + " [" + NumberText.percentOrUnbounded(interval.lower()) + " - "
                + NumberText.percentOrUnbounded(interval.upper()) + "] look like " + cause.code() + " " + cause.title();
    }

    private void attribution(AttributionRow attribution) {
        String late = attribution.outsideWindow() == 0
                ? ""
                : " (" + count(attribution.outsideWindow()) + " outcomes came too late)";
        line("Attribution window: " + attribution.window() + late + "; outcome deduplication: " + attribution.dedupe()
                + ".");
        for (AttributionRow.DedupeRow effect : attribution.dedupeEffects()) {
            if (effect.outcomes() > 0) {
                bullet("repeated outcomes by `--outcome-dedupe " + effect.rule() + "`: " + count(effect.outcomes())
                        + " = " + count(effect.clicks()) + " clicks + " + count(effect.conversions()) + " conversions");
            }
        }
        blank();
    }

    private void limits(List<LimitRow> limits) {
        heading(3, "Limits");
        row("limit", "value", "demand", "set by", "verdict");
        rule("---", "---:", "---:", "---", "---");
        for (LimitRow limit : limits) {
            boolean counts = limit.name().equals("exposures") || limit.name().equals("conflicting_duplicates");
            row(
                    "`" + limit.name() + "`",
                    limit.value() == null ? "-" : amount(limit.value(), counts),
                    (limit.relation().equals("at_least") ? "at least " : "at most ") + amount(limit.limit(), counts),
                    limit.setBy(),
                    limit.failed() ? "**fails**" : "holds");
        }
        blank();
    }

    private static String amount(double value, boolean counts) {
        return counts ? NumberText.count((long) value) : NumberText.percent(value);
    }

    private void violations(List<ViolationRow> violations) {
        if (violations.isEmpty()) {
            return;
        }
        heading(3, "Invalid lines");
        row("count", "input", "where", "rule", "what", "first", "last");
        rule("---:", "---", "---", "---", "---", "---", "---");
        for (ViolationRow violation : violations) {
            ViolationRow.ExampleRow example =
                    violation.examples().isEmpty() ? null : violation.examples().get(0);
            row(
                    count(violation.count()),
                    violation.input(),
                    example == null || example.pointer().isEmpty() ? "(whole line)" : cell(example.pointer()),
                    "`" + violation.keyword() + "`",
                    example == null ? "" : cell(example.message()),
                    cell(violation.first().file() + ":" + violation.first().line()),
                    cell(violation.last().file() + ":" + violation.last().line()));
        }
        blank();
    }

    private void definitions() {
        heading(2, "Definitions");
        List<MetricRow> all = new ArrayList<>();
        if (report.kpis() != null) {
            all.addAll(report.kpis().metrics());
        }
        if (report.guardrails() != null) {
            all.addAll(report.guardrails().metrics());
        }
        if (report.offline() != null) {
            all.add(report.offline().relevantShare());
            all.addAll(report.offline().metrics());
        }
        all.addAll(report.dataQuality().metrics());
        for (MetricRow row : all) {
            String method = row.interval() == null
                    ? ""
                    : "; interval: " + row.interval().method();
            bullet("`" + row.name() + "`: " + cell(String.valueOf(row.definition()) + method));
        }
        blank();
    }

    private void provenance() {
        heading(2, "Provenance");
        for (Provenance.InputRow input : report.provenance().inputs()) {
            for (Provenance.FileRow file : input.files()) {
                bullet(input.role() + ": " + cell(file.name()) + ", " + count(file.bytes()) + " bytes");
            }
            input.skippedFiles().forEach(skipped -> bullet("skipped: " + cell(skipped)));
        }
        RunInfo run = report.run();
        bullet("recsys-eval " + cell(run.version()) + ", commit " + cell(run.gitCommit()) + ", " + run.createdAt());
    }

    private void heading(int level, String text) {
        int end = out.length();
        if (end > 1 && out.charAt(end - 2) != '\n') {
            blank();
        }
        out.append("#".repeat(level)).append(' ').append(text).append("\n\n");
    }

    private void line(String text) {
        out.append(text).append("\n\n");
    }

    private void bullet(String text) {
        out.append("- ").append(text).append('\n');
    }

    private void row(String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void rule(String... cells) {
        row(cells);
    }

    private void blank() {
        out.append('\n');
    }
}
