package io.github.recsyseval.reference;

import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Page;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The report laid out for Markdown and HTML: the Go tool's headings, and below them what its pages leave out. */
public final class RunPage {
    private final RunReport report;
    private final List<Page.Section> sections = new ArrayList<>();

    private RunPage(RunReport report) {
        this.report = report;
    }

    public static Page of(RunReport report) {
        return new RunPage(report).page();
    }

    private Page page() {
        section("summary", "Executive Summary", summary());
        RunReport.Offline offline = report.offline();
        if (offline != null) {
            section("offline", "Offline Metrics", List.of(metrics("Offline Metrics", offline.metrics())));
            section("segments", "Segments", List.of(segments(offline.bySegment())));
            RunReport.Baseline baseline = offline.baseline();
            if (baseline != null) {
                section("baseline", "Baseline", List.of(deltas(baseline)));
            }
        }
        RunExperiment experiment = report.experiment();
        if (experiment != null) {
            sections.addAll(ExperimentBlocks.sections(experiment));
        }
        RunAaCheck check = report.aaCheck();
        if (check != null) {
            section("aa-check", "A/A Check", AaCheckBlocks.of(check));
        }
        List<RunReport.GateResult> gates = report.gates();
        if (gates != null) {
            section("gates", "Regression Gates", List.of(gates(gates)));
        }
        section("data-quality", "Data Quality", List.of(completeness(), joins()));
        List<Text> warnings = or(report.warnings()).stream().map(Text::of).toList();
        return new Page("Recsys Eval Report", verdicts(), warnings, List.copyOf(sections));
    }

    private List<Page.Verdict> verdicts() {
        RunReport.Executive executive = report.summary().executive();
        List<Text> because = or(executive.gateFailures()).stream()
                .map(gate -> Text.ofCode(gate.metric()).plain(": " + gate.reason()))
                .toList();
        String mode = report.experiment() != null
                ? "experiment"
                : report.aaCheck() != null ? "aa-check" : executive.decision();
        Page.Verdict decision = switch (mode) {
            case "experiment" -> verdict(report.experiment());
            case "aa-check" -> AaCheckBlocks.verdict(Objects.requireNonNull(report.aaCheck()));
            case "pass" -> new Page.Verdict(Page.Mood.GOOD, "Pass.", Text.of("All regression gates hold."), because);
            case "fail" -> new Page.Verdict(Page.Mood.BAD, "Fail.", Text.of("A regression gate failed."), because);
            default -> new Page.Verdict(Page.Mood.NEUTRAL, "No gate is configured.", Text.EMPTY, because);
        };
        return report.summary().trusted()
                ? List.of(decision)
                : List.of(
                        decision,
                        new Page.Verdict(Page.Mood.BAD, "Do not trust.", Text.of("The warnings say why."), List.of()));
    }

    private static Page.Verdict verdict(@Nullable RunExperiment experiment) {
        RunExperiment.Outcome outcome = experiment == null ? null : experiment.decision();
        if (outcome == null) {
            return new Page.Verdict(Page.Mood.NEUTRAL, "No decision is asked for.", Text.EMPTY, List.of());
        }
        List<Text> reasons = outcome.reasons().stream().map(Text::of).toList();
        return switch (outcome.decision()) {
            case "ship" -> new Page.Verdict(Page.Mood.GOOD, "Ship.", Text.EMPTY, reasons);
            case "hold" -> new Page.Verdict(Page.Mood.NEUTRAL, "Hold.", Text.EMPTY, reasons);
            default -> new Page.Verdict(Page.Mood.BAD, "Fail.", Text.of("Roll back."), reasons);
        };
    }

    private List<Block> summary() {
        RunReport.Executive executive = report.summary().executive();
        List<Text> facts = new ArrayList<>();
        facts.add(Text.of("Run ID: ").code(report.runId()));
        facts.add(Text.of("Mode: ").code(report.mode()));
        facts.add(Text.of("Created At: ").code(report.createdAt()));
        facts.add(Text.of("Version: ")
                .code(report.binaryVersion())
                .plain(", commit ")
                .code(report.gitCommit()));
        if (report.inputDatasetFingerprint() != null) {
            facts.add(Text.of("Dataset: ").code(report.inputDatasetFingerprint()));
        }
        facts.add(
                Text.of("Cases Evaluated: ").code(Long.toString(report.summary().casesEvaluated())));
        RunExperiment.Outcome outcome =
                report.experiment() == null ? null : report.experiment().decision();
        facts.add(Text.of("Decision: ").code(outcome == null ? executive.decision() : outcome.decision()));
        or(executive.highlights())
                .forEach(metric ->
                        facts.add(Text.of("Highlight: ").code(metric.name()).plain(" " + six(metric.value()))));
        or(executive.keyDeltas())
                .forEach(delta -> facts.add(
                        Text.of("Key Delta vs Baseline: ").code(delta.name()).plain(" " + six(delta.delta()))));
        or(executive.nextSteps()).forEach(step -> facts.add(Text.of("Next Step: " + step)));
        return List.of(new Block.Bullets(facts));
    }

    private static Table metrics(String caption, List<RunReport.Metric> metrics) {
        Table.Rows rows = Table.of(caption, Table.text("Metric"), Table.number("Value"), Table.number("CI"));
        metrics.forEach(metric ->
                rows.row(Text.ofCode(metric.name()), Text.of(six(metric.value())), Text.of(interval(metric.ci()))));
        return rows.table();
    }

    private static Table segments(Map<String, List<RunReport.Metric>> segments) {
        Table.Rows rows = Table.of(
                "Segments", Table.text("Segment"), Table.text("Metric"), Table.number("Value"), Table.number("CI"));
        segments.forEach((name, metrics) -> metrics.forEach(metric -> rows.row(
                Text.of(name),
                Text.ofCode(metric.name()),
                Text.of(six(metric.value())),
                Text.of(interval(metric.ci())))));
        return rows.table();
    }

    private static Table deltas(RunReport.Baseline baseline) {
        Table.Rows rows = Table.of(
                "Against " + baseline.baselineRunId(),
                Table.text("Metric"),
                Table.number("Before"),
                Table.number("After"),
                Table.number("Delta"),
                Table.number("Relative"));
        baseline.deltas()
                .forEach(delta -> rows.row(
                        Text.ofCode(delta.name()),
                        Text.of(six(delta.before())),
                        Text.of(six(delta.after())),
                        Text.of(six(delta.delta())),
                        Text.of(delta.relativeDelta() == null ? "" : six(delta.relativeDelta()))));
        return rows.table();
    }

    private static Table gates(List<RunReport.GateResult> gates) {
        Table.Rows rows = Table.of(
                "Regression Gates",
                Table.text("Metric"),
                Table.number("Delta"),
                Table.number("Max Drop"),
                Table.text("Passed"),
                Table.text("Reason"));
        gates.forEach(gate -> rows.row(
                Text.ofCode(gate.metric()),
                Text.of(six(gate.delta())),
                Text.of(six(gate.maxDrop())),
                gate.passed() ? Text.good("true") : Text.bad("false"),
                Text.of(gate.reason() == null ? "" : gate.reason())));
        return rows.table();
    }

    private Table completeness() {
        Table.Rows rows = Table.of(
                "Completeness",
                Table.text("Input"),
                Table.number("Total"),
                Table.number("Missing"),
                Table.number("Missing Rate"));
        RunReport.DataQuality quality = report.dataQuality();
        completeness(rows, "exposures", quality.exposureCompleteness());
        completeness(rows, "outcomes", quality.outcomeCompleteness());
        completeness(rows, "assignments", quality.assignmentCompleteness());
        return rows.table();
    }

    private static void completeness(Table.Rows rows, String name, RunReport.@Nullable Completeness of) {
        if (of != null) {
            rows.row(Text.of(name), count(of.total()), count(of.missing()), Text.of(six(of.missingRate())));
        }
    }

    private Table joins() {
        RunReport.JoinIntegrity join = report.dataQuality().joinIntegrity();
        Long duplicates = join.duplicateExposureRequestIds();
        return Table.of("Join Integrity", Table.text("Figure"), Table.number("Value"))
                .row(Text.of("exposure_count"), count(join.exposureCount()))
                .row(Text.of("outcome_count"), count(join.outcomeCount()))
                .row(Text.of("assignments_count"), count(join.assignmentsCount()))
                .row(Text.of("duplicate_exposure_request_ids"), count(duplicates == null ? 0 : duplicates))
                .row(Text.of("exposure_join_rate"), Text.of(six(join.exposureJoinRate())))
                .row(Text.of("outcome_join_rate"), Text.of(six(join.outcomeJoinRate())))
                .row(Text.of("assignment_join_rate"), Text.of(six(join.assignmentJoinRate())))
                .table();
    }

    private void section(String id, String title, List<? extends Block> blocks) {
        sections.add(new Page.Section(id, title, List.copyOf(blocks)));
    }

    private static Text count(long count) {
        return Text.of(Long.toString(count));
    }

    private static String interval(RunReport.@Nullable Interval ci) {
        return ci == null ? "" : String.format(Locale.ROOT, "[%.4f, %.4f] (%.2f)", ci.lower(), ci.upper(), ci.level());
    }

    /** Six digits behind the point, as the Go tool writes. */
    private static String six(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static <T> List<T> or(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
