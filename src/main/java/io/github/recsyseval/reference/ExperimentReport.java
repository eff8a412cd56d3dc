package io.github.recsyseval.reference;

import io.github.recsyseval.experiment.ArmsInSlices;
import io.github.recsyseval.experiment.ArmsInSlices.ArmInSlice;
import io.github.recsyseval.experiment.ArmsInSlices.SplitInSlice;
import io.github.recsyseval.report.ArmRow;
import io.github.recsyseval.report.ComparisonRow;
import io.github.recsyseval.report.Decision;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.report.SliceComparisonRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The experiment of a report of ours in the form of the Go tool. */
final class ExperimentReport {
    private static final String ALL = "__all__";
    private static final Map<String, String> NAMES = Map.of("revenue_per_exposure", "revenue_per_request");

    private final ExperimentRun run;
    private final ExperimentSection section;
    private final ArmsInSlices arms;
    private final CupedReport cuped;

    ExperimentReport(ExperimentRun run, Report report, ArmsInSlices arms) {
        this.run = run;
        section = Objects.requireNonNull(report.experiment());
        this.arms = arms;
        cuped = new CupedReport(section);
    }

    RunExperiment experiment() {
        Map<String, List<RunExperiment.Variant>> segments = new TreeMap<>();
        if (run.breakdowns().isEmpty()) {
            segments.put(ALL, variants(arms.total(), false));
        }
        arms.bySlice().forEach((name, all) -> segments.put(name, variants(all, false)));
        List<RunExperiment.Significance> significance = significance();
        return new RunExperiment(
                section.experimentId(),
                variants(arms.total(), true),
                segments,
                new RunExperiment.Guardrails(
                        served(section.arms()).stream().map(this::guardrail).toList()),
                cuped.cuped(),
                run.power().map(PowerReport::of).orElse(null),
                significance.isEmpty() ? null : significance,
                srm(),
                run.decision().isEmpty() ? null : outcome(section.decision()));
    }

    /** The arms with exposures, by name. */
    private static List<ArmRow> served(List<ArmRow> arms) {
        return arms.stream()
                .filter(arm -> arm.exposures() > 0)
                .sorted(Comparator.comparing(ArmRow::variant))
                .toList();
    }

    private List<RunExperiment.Variant> variants(List<ArmInSlice> arms, boolean adjusted) {
        return arms.stream()
                .filter(arm -> arm.row().exposures() > 0)
                .sorted(Comparator.comparing(arm -> arm.row().variant()))
                .map(arm -> variant(arm.row(), arm.seconds(), adjusted))
                .toList();
    }

    private RunExperiment.Variant variant(ArmRow arm, @Nullable Double seconds, boolean adjusted) {
        MetricRow ctr = row(arm.kpis(), "ctr");
        MetricRow conversions = row(arm.kpis(), "conversion_rate");
        MetricRow revenue = row(arm.kpis(), "revenue_per_exposure");
        return new RunExperiment.Variant(
                arm.variant(),
                arm.users(),
                arm.exposures(),
                (long) orZero(ctr.numerator()),
                (long) orZero(conversions.numerator()),
                orZero(ctr.value()),
                orZero(conversions.value()),
                orZero(revenue.numerator()),
                orZero(revenue.value()),
                seconds == null ? null : (Double) (arm.exposures() / seconds),
                adjusted ? cuped.adjusted("ctr", arm.variant()) : null,
                adjusted ? cuped.adjusted("conversion_rate", arm.variant()) : null);
    }

    private RunExperiment.Guardrail guardrail(ArmRow arm) {
        Double latency = row(arm.guardrails(), "latency_p95_ms").value();
        Double errors = row(arm.guardrails(), "error_rate").value();
        Double empty = row(arm.guardrails(), "empty_rate").value();
        return new RunExperiment.Guardrail(
                arm.variant(),
                latency,
                orZero(errors),
                orZero(empty),
                passes("max_latency_p95_ms", latency),
                passes("max_error_rate", errors),
                passes("max_empty_rate", empty));
    }

    private boolean passes(String key, @Nullable Double value) {
        Optional<Double> limit = run.limit(key);
        return limit.isEmpty() || value != null && value <= limit.get();
    }

    private List<RunExperiment.Significance> significance() {
        List<RunExperiment.Significance> tests = new ArrayList<>();
        double alpha = section.decision().alpha();
        for (ComparisonRow row : section.comparisons()) {
            boolean primary = row.role().equals("primary");
            Double decides = primary ? row.adjustedP() : row.pValue();
            tests.add(new RunExperiment.Significance(
                    name(row.metric()),
                    row.variant(),
                    null,
                    row.pValue(),
                    decides,
                    decides != null && decides <= alpha,
                    primary,
                    primary ? "holm" : "none",
                    row.pValue() == null ? row.reason() : null));
        }
        for (SliceComparisonRow row : section.slices()) {
            Double p = row.adjustedP();
            tests.add(new RunExperiment.Significance(
                    name(row.metric()),
                    row.variant(),
                    row.slice(),
                    row.pValue(),
                    p,
                    p != null && p <= alpha,
                    true,
                    "fdr_bh",
                    row.pValue() == null ? row.reason() : null));
        }
        return tests;
    }

    private RunExperiment.@Nullable Srm srm() {
        Settings asked = run.split().shown().orElse(null);
        if (asked == null) {
            return null;
        }
        Map<String, Long> users = new TreeMap<>();
        section.arms().forEach(arm -> users.put(arm.variant(), arm.users()));
        return new SplitReport(run.split(), asked, new SplitInSlice(users, section.sampleRatio())).srm(arms.splits());
    }

    private static RunExperiment.Outcome outcome(Decision decision) {
        return new RunExperiment.Outcome(
                RunDecision.word(decision.decision()),
                FileKeys.in(decision.reasons()),
                FileKeys.in(decision.whatWouldChange()));
    }

    /** The Go tool's name of a metric. */
    static String name(String metric) {
        return NAMES.getOrDefault(metric, metric);
    }

    private static MetricRow row(List<MetricRow> rows, String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
