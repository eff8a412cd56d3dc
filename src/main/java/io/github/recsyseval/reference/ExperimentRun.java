package io.github.recsyseval.reference;

import io.github.recsyseval.engine.ExperimentColumns;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.evaluation.Evaluation;
import io.github.recsyseval.evaluation.EvaluationPlan;
import io.github.recsyseval.experiment.Crossover;
import io.github.recsyseval.experiment.Effect;
import io.github.recsyseval.experiment.ExperimentPlan;
import io.github.recsyseval.experiment.GuardrailRule;
import io.github.recsyseval.experiment.GuardrailRule.Rule;
import io.github.recsyseval.experiment.Primary;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.slice.Breakdown;
import io.github.recsyseval.text.DidYouMean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Mode experiment: what the evaluation file asks, as a plan of the same analysis that the command {@code experiment} uses. */
public final class ExperimentRun implements ModeRun {
    /** The Go tool's names and ours. */
    private static final Map<String, RequestRates> METRICS = new TreeMap<>(Map.of(
            "ctr", RequestRates.CTR,
            "conversion_rate", RequestRates.CONVERSION_RATE,
            "revenue_per_request", RequestRates.REVENUE_PER_EXPOSURE));

    /** Limits by the metrics that they are on. */
    static final Map<String, String> LIMITS = new TreeMap<>(Map.of(
            "max_latency_p95_ms", "latency_p95_ms",
            "max_error_rate", "error_rate",
            "max_empty_rate", "empty_rate"));

    /** What the options of the command {@code experiment} are called in the file. */
    private static final Map<String, String> KEYS = new TreeMap<>(Map.of(
            "--control", "experiment.control_variant",
            "--candidate", "experiment.decision.candidate_variant",
            "--expected-split", "experiment.srm.expected"));

    private final Settings experiment;
    private final @Nullable String id;
    private final List<String> notes = new ArrayList<>();

    /** @param id beats that of the file; null to take the file's */
    public ExperimentRun(RunFiles files, @Nullable String id) {
        experiment = files.evaluation().section("experiment");
        String asked = id == null || id.isEmpty() ? experiment.text("experiment_id") : id;
        this.id = asked.isEmpty() ? null : asked;
        primaries();
        note();
    }

    /** A sentence about options of the command {@code experiment}, with the keys of the file instead. */
    public static String inTermsOfTheFile(String sentence) {
        String told = sentence;
        for (Map.Entry<String, String> key : KEYS.entrySet()) {
            told = told.replace(key.getKey(), key.getValue());
        }
        return told;
    }

    /** What the file asks and gets another answer, or none. */
    private void note() {
        if (experiment.optional("cuped").filter(cuped -> cuped.truth("enabled")).isPresent()) {
            notes.add(
                    "cuped: not done from a context value, which the experiment itself may change; recsys-eval experiment"
                            + " --pre-until adjusts by what users did before");
        }
        experiment
                .optional("multiple_comparisons")
                .map(several -> several.text("method").toLowerCase(Locale.ROOT))
                .filter(method -> !method.equals("fdr_bh"))
                .ifPresent(method -> notes.add("multiple_comparisons.method " + method
                        + " has no effect: primary metrics are corrected by Holm, segments by Benjamini and Hochberg"));
    }

    /** The metrics that decide, with what has to be shown of each: more than its threshold. */
    private List<Primary> primaries() {
        Map<String, Double> thresholds = thresholds();
        List<String> names = experiment.texts("primary_metrics");
        List<Primary> primaries = new ArrayList<>();
        for (String name : names.isEmpty() ? List.of("ctr") : names) {
            String word = name.toLowerCase(Locale.ROOT);
            primaries.add(new Primary(
                    primaryMetric(experiment, name), new Effect(thresholds.getOrDefault(word, 0.0), false)));
        }
        return primaries.stream().distinct().toList();
    }

    /** The metric that {@code primary_metrics} names. */
    static RequestRates primaryMetric(Settings experiment, String name) {
        RequestRates rate = METRICS.get(name.toLowerCase(Locale.ROOT));
        if (rate == null) {
            throw experiment.wrong(
                    "primary_metrics",
                    "has \"" + name + "\", which is no metric of experiments"
                            + DidYouMean.suggest(name, METRICS.keySet())
                                    .map(close -> "; did you mean " + close + "?")
                                    .orElse("; there are " + String.join(", ", METRICS.keySet())));
        }
        return rate;
    }

    /** The thresholds of the decision by metric. */
    Map<String, Double> thresholds() {
        return experiment
                .optional("decision")
                .map(decision -> decision.numbers("primary_thresholds"))
                .orElse(Map.of());
    }

    @Override
    public boolean readsAssignments() {
        return true;
    }

    @Override
    public ExperimentColumns columns() {
        return new ExperimentColumns(true, false);
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
                expectedSplit(),
                Crossover.EXCLUDE,
                primaries(),
                guardrails(),
                true,
                alpha,
                ExperimentPlan.DEFAULT_POWER,
                null,
                null,
                configurationHash);
    }

    private Map<String, Double> expectedSplit() {
        return srm().map(srm -> srm.numbers("expected")).orElse(Map.of());
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

    /** A limit of the file; 0 is one. */
    Optional<Double> limit(String key) {
        Settings guardrails = experiment.section("guardrails");
        return guardrails.has(key) ? Optional.of(guardrails.number(key)) : Optional.empty();
    }

    @Override
    public List<MetricGroup> groups() {
        return List.of(RequestRates.group(List.of(RequestRates.values())));
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

    /** The test of the split that the file asks for, if it does. */
    Optional<Settings> srm() {
        return experiment.optional("srm").filter(srm -> srm.truth("enabled"));
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

    @Override
    public Result result(RunReports reports, EvaluationPlan plan, JoinRun run) {
        ExperimentReport report = new ExperimentReport(this, reports.own(), Evaluation.armsBySlice(plan, run));
        return new Result(reports.experiment(report.experiment()), report.decision());
    }
}
