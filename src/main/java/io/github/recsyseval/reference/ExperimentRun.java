package io.github.recsyseval.reference;

import io.github.recsyseval.engine.ExperimentColumns;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.evaluation.Evaluation;
import io.github.recsyseval.evaluation.EvaluationPlan;
import io.github.recsyseval.experiment.Covariate;
import io.github.recsyseval.experiment.Crossover;
import io.github.recsyseval.experiment.ExperimentAnalysis;
import io.github.recsyseval.experiment.ExperimentPlan;
import io.github.recsyseval.experiment.GuardrailRule;
import io.github.recsyseval.experiment.GuardrailRule.Rule;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.slice.Breakdown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Mode experiment: what the evaluation file asks, as a plan of the same analysis that the command {@code experiment} uses. */
public final class ExperimentRun implements ModeRun {
    /** Limits by the metrics that they are on. */
    static final Map<String, String> LIMITS = new TreeMap<>(Map.of(
            "max_latency_p95_ms", "latency_p95_ms",
            "max_error_rate", "error_rate",
            "max_empty_rate", "empty_rate"));

    private final Settings experiment;
    private final @Nullable String id;
    private final PrimarySettings primaries;
    private final SplitSettings split;
    private final @Nullable String covariate;
    private final List<String> notes = new ArrayList<>();

    /** @param id beats that of the file; null to take the file's */
    public ExperimentRun(RunFiles files, @Nullable String id) {
        experiment = files.evaluation().section("experiment");
        String asked = id == null || id.isEmpty() ? experiment.text("experiment_id") : id;
        this.id = asked.isEmpty() ? null : asked;
        primaries = new PrimarySettings(experiment);
        split = new SplitSettings(experiment);
        covariate = covariate(experiment);
        LIMITS.keySet().forEach(this::requireFromZero);
        note();
    }

    private static @Nullable String covariate(Settings experiment) {
        Settings cuped = experiment
                .optional("cuped")
                .filter(asked -> asked.truth("enabled"))
                .orElse(null);
        if (cuped != null && cuped.text("covariate_key").isEmpty()) {
            throw cuped.wrong(
                    "covariate_key", "is missing; cuped.enabled needs the context key of a number from before");
        }
        return cuped == null ? null : cuped.text("covariate_key");
    }

    /** What the file asks and gets another answer, or none. */
    private void note() {
        notes.addAll(split.notes());
        experiment
                .optional("cuped")
                .filter(cuped ->
                        !cuped.has("enabled") && !cuped.text("covariate_key").isEmpty())
                .ifPresent(cuped -> notes.add("cuped.covariate_key has no effect without cuped.enabled: true"));
        if (power().isPresent() && power().map(PowerReport::of).isEmpty()) {
            notes.add(PowerReport.IMPOSSIBLE);
        }
        experiment
                .optional("multiple_comparisons")
                .map(several -> several.text("method").toLowerCase(Locale.ROOT))
                .filter(method -> !method.equals("fdr_bh"))
                .ifPresent(method -> notes.add("multiple_comparisons.method " + method
                        + " has no effect: primary metrics are corrected by Holm, segments by Benjamini and Hochberg"));
    }

    PrimarySettings primaries() {
        return primaries;
    }

    SplitSettings split() {
        return split;
    }

    @Override
    public boolean readsAssignments() {
        return true;
    }

    @Override
    public ExperimentColumns columns() {
        return new ExperimentColumns(true, false, split.by(), covariate);
    }

    /** Arms that the file does not name are the largest ones. */
    @Override
    public ExperimentPlan experiment(JoinRun run, String configurationHash) {
        String control = experiment.text("control_variant");
        if (control.isEmpty()) {
            control = LargestArm.of(run, id, "").orElse("?");
            notes.add("control_variant is not set: the control is " + control + ", which has most exposures");
        }
        String candidate =
                decision().map(asked -> asked.text("candidate_variant")).orElse("");
        if (candidate.isEmpty() && LargestArm.count(run, id) > 2) {
            candidate = LargestArm.of(run, id, control).orElse("");
            notes.add("decision.candidate_variant is not set: it is " + candidate
                    + ", which has most exposures besides the control");
        }
        double alpha = experiment
                .optional("multiple_comparisons")
                .map(several -> several.number("alpha"))
                .filter(value -> value != 0)
                .orElse(ExperimentPlan.DEFAULT_ALPHA);
        if (!ExperimentPlan.isAlpha(alpha)) {
            notes.add("multiple_comparisons.alpha " + alpha + " leaves no usable confidence level: "
                    + ExperimentPlan.DEFAULT_ALPHA + " is used");
            alpha = ExperimentPlan.DEFAULT_ALPHA;
        }
        return new ExperimentPlan(
                id,
                control,
                candidate.isEmpty() ? null : candidate,
                split.expected(),
                Crossover.EXCLUDE,
                primaries.primaries(),
                guardrails(),
                true,
                alpha,
                ExperimentPlan.DEFAULT_POWER,
                covariate == null ? null : new Covariate.InContext(covariate),
                null,
                configurationHash);
    }

    /** The limits that gate; without {@code guardrail_gate} they are shown only. */
    private List<GuardrailRule> guardrails() {
        boolean gate = decision().map(asked -> asked.truth("guardrail_gate")).orElse(false);
        List<GuardrailRule> rules = new ArrayList<>();
        if (gate) {
            LIMITS.forEach((key, metric) ->
                    limit(key).ifPresent(limit -> rules.add(GuardrailRule.of(metric, Rule.MAX, limit))));
        }
        return rules;
    }

    private void requireFromZero(String key) {
        if (limit(key).filter(limit -> limit < 0).isPresent()) {
            throw experiment.section("guardrails").wrong(key, "takes a number from 0 up");
        }
    }

    /** A limit of the file; 0 is one. */
    Optional<Double> limit(String key) {
        Settings guardrails = experiment.section("guardrails");
        return guardrails.has(key) ? Optional.of(guardrails.number(key)) : Optional.empty();
    }

    @Override
    public List<MetricGroup> groups() {
        return ExperimentAnalysis.metrics(Attribution.DEFAULT);
    }

    @Override
    public List<Breakdown> breakdowns() {
        List<String> keys = experiment.texts("slice_keys");
        return keys.isEmpty() ? List.of() : List.of(new Breakdown(keys));
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    /** The decision that the file asks for, if it does. */
    Optional<Settings> decision() {
        return experiment.optional("decision").filter(decision -> decision.truth("enabled"));
    }

    /** The planned size that the file asks for, if it does. */
    Optional<Settings> power() {
        return experiment.optional("power");
    }

    @Override
    public @Nullable Path decisionFile(Path report) {
        return decision()
                .map(decision -> decision.text("output_path"))
                .map(path -> Path.of(path.isEmpty() ? report + ".decision.json" : path))
                .orElse(null);
    }

    private static boolean failed(RunReports reports) {
        return Objects.requireNonNull(reports.own().experiment()).sampleRatio().failed();
    }

    @Override
    public Result result(RunReports reports, EvaluationPlan plan, JoinRun run) {
        ExperimentReport report = new ExperimentReport(this, reports.own(), Evaluation.armsInSlices(plan, run));
        RunExperiment figures = report.experiment();
        List<String> warnings = new ArrayList<>(split.warnings(figures.srm(), failed(reports)));
        warnings.addAll(
                FileKeys.in(Objects.requireNonNull(reports.own().experiment()).remarks()));
        return new Result(reports.experiment(figures, warnings), DecisionReport.of(this, reports.own()));
    }
}
