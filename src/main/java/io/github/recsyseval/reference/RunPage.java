package io.github.recsyseval.reference;

import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Page;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
            section("offline", "Offline Metrics", List.of(OfflineBlocks.metrics("Offline Metrics", offline.metrics())));
            section("segments", "Segments", List.of(OfflineBlocks.segments(offline.bySegment())));
            RunReport.Baseline baseline = offline.baseline();
            if (baseline != null) {
                section("baseline", "Baseline", List.of(OfflineBlocks.deltas(baseline)));
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
            section("gates", "Regression Gates", List.of(OfflineBlocks.gates(gates)));
        }
        RunReport.DataQuality quality = report.dataQuality();
        section(
                "data-quality",
                "Data Quality",
                List.of(QualityBlocks.completeness(quality), QualityBlocks.joins(quality.joinIntegrity())));
        RunReport.Artifacts artifacts = report.artifacts();
        if (artifacts != null) {
            section("artifacts", "Artifacts", List.of(QualityBlocks.artifacts(artifacts)));
        }
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
            return new Page.Verdict(Page.Mood.NEUTRAL, "No decision is requested.", Text.EMPTY, List.of());
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
        String highlight =
                executive.highlightsOf() == null ? "Highlight: " : "Highlight of " + executive.highlightsOf() + ": ";
        or(executive.highlights())
                .forEach(metric ->
                        facts.add(Text.of(highlight).code(metric.name()).plain(" " + six(metric.value()))));
        or(executive.keyDeltas())
                .forEach(delta -> facts.add(
                        Text.of("Key Delta vs Baseline: ").code(delta.name()).plain(" " + six(delta.delta()))));
        or(executive.nextSteps()).forEach(step -> facts.add(Text.of("Next Step: " + step)));
        return List.of(new Block.Bullets(facts));
    }

    private void section(String id, String title, List<? extends Block> blocks) {
        sections.add(new Page.Section(id, title, List.copyOf(blocks)));
    }

    /** Six digits behind the point, as the Go tool writes. */
    static String six(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static <T> List<T> or(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
