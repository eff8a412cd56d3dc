package io.github.recsyseval.reference;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.evaluation.EvaluationPlan;
import io.github.recsyseval.experiment.AaPlan;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.AaCheckSection;
import io.github.recsyseval.report.AaMetricRow;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.slice.Breakdown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mode aa-check: what the evaluation file asks, as a plan of the same check that the command {@code aa-check} makes. */
public final class AaCheckRun implements ModeRun {
    /** What the Go tool tests whatever the file says. */
    private static final Set<RequestRates> ALWAYS = Set.of(RequestRates.CTR, RequestRates.CONVERSION_RATE);

    private static final long SEED = 1;

    private final Set<RequestRates> primaries;
    private final List<Double> thresholds;
    private final List<String> notes = new ArrayList<>();

    /** @param id the experiment that the command line names; null for none */
    public AaCheckRun(RunFiles files, @Nullable String id) {
        Settings experiment = files.evaluation().section("experiment");
        Settings check = experiment
                .optional("aa_check")
                .orElseThrow(() ->
                        experiment.wrong("aa_check", "is missing; mode aa-check needs aa_check: {enabled: true}"));
        if (!check.truth("enabled")) {
            throw check.wrong("enabled", "must be true for mode aa-check");
        }
        primaries = experiment.texts("primary_metrics").stream()
                .map(name -> PrimarySettings.metric(experiment, name))
                .collect(Collectors.toUnmodifiableSet());
        thresholds = thresholds(check);
        if (!experiment.text("experiment_id").isEmpty() || id != null && !id.isEmpty()) {
            notes.add("experiment_id has no effect: all users of the log are split anew, whichever arm served them");
        }
        if (!experiment.text("control_variant").isEmpty()) {
            notes.add("control_variant has no effect: both arms are random");
        }
        if (!experiment.texts("slice_keys").isEmpty()) {
            notes.add("slice_keys have no effect: the check is of all exposures");
        }
    }

    private static List<Double> thresholds(Settings check) {
        List<Double> given = check.decimals("thresholds").stream().distinct().toList();
        for (double threshold : given) {
            if (!(threshold > 0 && threshold < 1)) {
                throw check.wrong("thresholds", "must lie between 0 and 1, not " + threshold);
            }
        }
        return given.isEmpty() ? AaPlan.DEFAULT_LEVELS : given;
    }

    @Override
    public AaPlan aaCheck(int threads) {
        Set<RequestRates> rates = new TreeSet<>(ALWAYS);
        rates.addAll(primaries);
        return new AaPlan(List.copyOf(rates), primaries, thresholds, AaPlan.DEFAULT_REPLICATES, SEED, threads);
    }

    @Override
    public boolean readsAssignments() {
        return true;
    }

    @Override
    public List<Breakdown> breakdowns() {
        return List.of();
    }

    @Override
    public List<MetricGroup> groups() {
        return List.of(RequestRates.group(List.of(RequestRates.values())));
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public Result result(RunReports reports, EvaluationPlan plan, JoinRun run) {
        return new Result(
                reports.aaCheck(check(Objects.requireNonNull(reports.own().aaCheck()))), null);
    }

    private RunAaCheck check(AaCheckSection section) {
        List<RunAaCheck.Metric> metrics = section.metrics().stream()
                .map(AaCheckRun::metric)
                .sorted(Comparator.comparing(RunAaCheck.Metric::metric))
                .toList();
        return new RunAaCheck(
                metrics,
                thresholds,
                metrics.stream()
                        .filter(metric -> !metric.verdict().equals("unknown"))
                        .mapToLong(RunAaCheck.Metric::tests)
                        .sum(),
                !section.failed(),
                section.users(),
                section.seed());
    }

    private static RunAaCheck.Metric metric(AaMetricRow row) {
        IntervalRow interval = row.interval();
        return new RunAaCheck.Metric(
                ExperimentReport.name(row.metric()),
                false,
                row.rejectedBelow(),
                row.tests(),
                row.falsePositiveRate(),
                interval == null || interval.lower() == null || interval.upper() == null
                        ? null
                        : new RunReport.Interval(
                                interval.lower(), interval.upper(), interval.level(), interval.method()),
                row.uniformityP(),
                row.verdict(),
                row.message().isEmpty() ? null : row.message());
    }
}
