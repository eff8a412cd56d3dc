package io.github.recsyseval.reference;

import io.github.recsyseval.engine.ExposureFilter;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.evaluation.CataloguePlan;
import io.github.recsyseval.evaluation.EvaluationPlan;
import io.github.recsyseval.evaluation.Gate;
import io.github.recsyseval.evaluation.GatedMetric;
import io.github.recsyseval.evaluation.OfflinePlan;
import io.github.recsyseval.evaluation.OfflinePlan.BootstrapPlan;
import io.github.recsyseval.metric.CatalogueCounts;
import io.github.recsyseval.metric.MetricCatalog;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.MetricSelection;
import io.github.recsyseval.metric.RankingGroup;
import io.github.recsyseval.metric.Relevance;
import io.github.recsyseval.metric.catalogue.Catalogue;
import io.github.recsyseval.metric.catalogue.CatalogueMetric;
import io.github.recsyseval.metric.catalogue.Popularity;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.metric.ranking.Convention;
import io.github.recsyseval.slice.Breakdown;
import io.github.recsyseval.text.DidYouMean;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mode offline: what the evaluation file asks, as a plan of the same evaluation that the command {@code offline} uses. */
public final class OfflineRun implements ModeRun {

    private final Settings offline;
    private final List<RunMetric> metrics;
    private final @Nullable RunBaseline baseline;
    private final OfflinePlan plan;

    /**
     * The plan of an evaluation file.
     *
     * @param baselineFile an earlier report; null without
     */
    public OfflineRun(RunFiles files, @Nullable Path baselineFile) {
        offline = files.evaluation().section("offline");
        metrics = RunMetric.all(offline);
        baseline = baselineFile == null ? null : RunBaseline.read(baselineFile, metrics);
        String names = metrics.stream().map(RunMetric::asked).distinct().collect(Collectors.joining(","));
        MetricSelection selection = MetricCatalog.parse(names, Convention.REFERENCE);
        plan = new OfflinePlan(
                selection.ranking(),
                Convention.REFERENCE,
                Relevance.DEFAULT,
                catalogue(selection.catalogue()),
                bootstrap(),
                baseline == null ? null : baseline.report(),
                null,
                gates(),
                true);
    }

    private @Nullable CataloguePlan catalogue(List<CatalogueMetric> asked) {
        return asked.isEmpty()
                ? null
                : new CataloguePlan(
                        asked,
                        new Catalogue.ItemsOfTheLog(),
                        Popularity.ofThisLog(),
                        new CatalogueCounts(
                                asked.stream().map(CatalogueMetric::cutoff).toList(),
                                breakdowns().size(),
                                Relevance.DEFAULT));
    }

    private @Nullable BootstrapPlan bootstrap() {
        Settings bootstrap = offline.optional("bootstrap").orElse(null);
        if (bootstrap == null || !bootstrap.truth("enabled")) {
            return null;
        }
        long replicates = bootstrap.whole("iterations");
        if (!BootstrapPlan.isPossible(replicates)) {
            throw bootstrap.wrong(
                    "iterations",
                    "must be from " + BootstrapPlan.FEWEST_REPLICATES + " to " + BootstrapPlan.MOST_REPLICATES
                            + ", not " + replicates);
        }
        double level = bootstrap.number("ci_level");
        if (!(level > 0 && level < 1)) {
            throw bootstrap.wrong("ci_level", "must lie between 0 and 1, not " + level);
        }
        return new BootstrapPlan((int) replicates, bootstrap.whole("seed"), level);
    }

    private List<Gate> gates() {
        List<Gate> gates = new ArrayList<>();
        for (Settings gate : offline.sections("gates")) {
            String name = gate.text("metric").toLowerCase(Locale.ROOT);
            double maxDrop = gate.number("max_drop");
            RunMetric metric = metrics.stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknownMetric(gate));
            String text = gate.text("metric") + ": max_drop="
                    + BigDecimal.valueOf(maxDrop).stripTrailingZeros().toPlainString();
            gates.add(new Gate(text, metric.row(), null, Gate.Rule.MAX_DROP, maxDrop, Gate.Mode.POINT));
        }
        return gates;
    }

    private ReferenceException unknownMetric(Settings gate) {
        List<String> names = metrics.stream().map(RunMetric::name).toList();
        return gate.wrong(
                "metric",
                "is \"" + gate.text("metric") + "\", and offline.metrics does not have that"
                        + DidYouMean.suggest(gate.text("metric"), names)
                                .map(close -> "; did you mean " + close + "?")
                                .orElse(", but " + String.join(", ", names)));
    }

    @Override
    public OfflinePlan offline() {
        return plan;
    }

    @Override
    public Set<EvaluationPlan.Section> sections() {
        return Set.of(EvaluationPlan.Section.OFFLINE);
    }

    @Override
    public List<MetricGroup> groups() {
        List<MetricGroup> groups = new ArrayList<>();
        groups.add(RequestRates.group(List.of(RequestRates.EXPOSURE_JOIN_RATE)));
        groups.add(RankingGroup.of(plan.ranking(), plan.relevance()));
        CataloguePlan catalogue = plan.catalogue();
        if (catalogue != null) {
            groups.add(catalogue.counts().group());
        }
        return groups;
    }

    @Override
    public List<Breakdown> breakdowns() {
        List<String> keys = offline.texts("slice_keys");
        return keys.isEmpty() ? List.of() : List.of(new Breakdown(keys));
    }

    @Override
    public ExposureFilter filter() {
        return TestWindow.of(offline);
    }

    @Override
    public List<String> filterWords() {
        return TestWindow.words(offline);
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (offline.optional("time_split").isPresent()) {
            notes.add("offline.time_split.train has no effect: nothing is trained here");
        }
        for (Gate gate : plan.gates()) {
            GatedMetric metric = new GatedMetric(gate.metric(), true, isShare(gate.metric()));
            if (metric.canNeverFail(gate)) {
                notes.add("the gate " + gate.text() + " can never fail, because " + metric.bounds());
            }
        }
        return notes;
    }

    private boolean isShare(String metric) {
        CataloguePlan lists = plan.catalogue();
        return lists == null
                || lists.metrics().stream()
                        .noneMatch(of -> of.name(lists.catalogue()).equals(metric) && !of.isShare());
    }

    @Override
    public @Nullable Path history() {
        String folder = offline.text("history_dir");
        return folder.isEmpty() ? null : Path.of(folder);
    }

    @Override
    public Result result(RunReports reports, EvaluationPlan evaluation, JoinRun run) {
        return new Result(reports.offline(this), null);
    }

    List<RunMetric> metrics() {
        return metrics;
    }

    @Nullable RunBaseline baseline() {
        return baseline;
    }

    /** The gates as the file spells their metrics. */
    List<String> gateNames() {
        return offline.sections("gates").stream()
                .map(gate -> gate.text("metric"))
                .toList();
    }
}
