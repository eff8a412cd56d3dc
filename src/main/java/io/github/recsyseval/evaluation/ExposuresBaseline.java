package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinEngine;
import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.JoinSink;
import io.github.recsyseval.engine.ShownSlices;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.RankingGroup;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.Scores;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.report.BaselineSection;
import io.github.recsyseval.report.DeltaRow;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.slice.SliceTable;
import io.github.recsyseval.source.InputException;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.stat.IntervalOrReason;
import io.github.recsyseval.stat.NoInterval;
import io.github.recsyseval.stat.PairedRatios;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Other lists as baseline: they are read and joined like those of the run, then compared pair by pair. */
final class ExposuresBaseline {
    private final PairedPlan plan;
    private final JoinRun run;
    private final @Nullable NoInterval noInference;
    private final JoinRun baselineRun;
    private final DataTrust trust;
    private final Scores scores;
    private final Scores baseline;
    /** Null where users are the pairs. */
    private final @Nullable Pairs pairs;

    /**
     * @param trustInRun what is known of the data of the run
     * @param noInference why no interval can be given at all; null when users can be told apart
     */
    ExposuresBaseline(
            EvaluationPlan of, PairedPlan plan, JoinRun run, DataTrust trustInRun, @Nullable NoInterval noInference) {
        JoinPlan join = of.join();
        this.plan = plan;
        this.run = run;
        this.noInference = noInference;
        baselineRun = JoinEngine.run(
                new JoinPlan(
                        plan.exposures(),
                        plan.outcomes(),
                        InputSet.NONE,
                        join.breakdowns(),
                        Optional.empty(),
                        groups(plan),
                        join.filter(),
                        join.attribution(),
                        join.read()),
                JoinSink.NONE,
                run.memory());
        for (String failure : baselineRun.failures()) {
            throw new InputException("the baseline cannot be read: " + failure);
        }
        trust = BaselineTrust.of(of, plan, baselineRun, trustInRun.findings());
        scores = plan.book().scores();
        baseline = plan.baselineBook().scores();
        pairs = plan.by() == PairedPlan.By.REQUEST ? Pairs.of(scores, baseline) : null;
    }

    private static List<MetricGroup> groups(PairedPlan plan) {
        List<MetricGroup> groups = new ArrayList<>();
        groups.add(plan.baselineBook().recorded());
        if (plan.baselineCatalogue() != null) {
            groups.add(plan.baselineCatalogue().counts().group());
        }
        return groups;
    }

    /** Metrics of all lists together are compared too, without interval or pairs. */
    private List<DeltaRow> catalogueDeltas(List<MetricRow> after) {
        List<DeltaRow> deltas = new ArrayList<>();
        if (plan.baselineCatalogue() != null) {
            for (MetricRow before : new CatalogueRows(plan.baselineCatalogue(), true).total()) {
                after.stream()
                        .filter(row -> row.name().equals(before.name()))
                        .map(row -> Deltas.unpaired(row, MetricRow.ofValue(row.name(), row.unit(), before.value())))
                        .forEach(deltas::add);
            }
        }
        return deltas;
    }

    /**
     * The comparison.
     *
     * @param after the figures of the run over all exposures
     * @param shown which slices of each breakdown of the run are compared
     */
    BaselineSection section(List<MetricRow> after, List<ShownSlices> shown, int floor) {
        Map<String, List<DeltaRow>> bySegment = new TreeMap<>();
        for (int b = 0; b < shown.size(); b++) {
            if (!shown.get(b).names().isEmpty()) {
                addSlices(b, shown.get(b), bySegment);
            }
        }
        boolean byRequest = pairs != null;
        long paired = pairs != null ? pairs.count() : usersInBoth();
        List<DeltaRow> catalogue = catalogueDeltas(after);
        List<DeltaRow> ofLists = deltas(1, row -> 0, row -> 0).get(0);
        return new BaselineSection(
                "exposures",
                plan.source(),
                byRequest
                        ? "paired by request_id, t-test of differences clustered by user"
                        : "paired by user, t-test of differences of means by the delta method",
                trust.holds(),
                trust.doubts(),
                paired,
                (byRequest ? scores.size() : run.sums().total().users()) - paired,
                (byRequest ? baseline.size() : baselineRun.sums().total().users()) - paired,
                Stream.concat(ofLists.stream(), catalogue.stream()).toList(),
                bySegment,
                WorstSlices.of(bySegment, floor));
    }

    private long usersInBoth() {
        long both = 0;
        int j = 0;
        for (int i = 0; i < scores.size(); i++) {
            if (i > 0 && scores.user(i) == scores.user(i - 1)) {
                continue;
            }
            while (j < baseline.size() && Long.compareUnsigned(baseline.user(j), scores.user(i)) < 0) {
                j++;
            }
            both += j < baseline.size() && baseline.user(j) == scores.user(i) ? 1 : 0;
        }
        return both;
    }

    private void addSlices(int breakdown, ShownSlices shown, Map<String, List<DeltaRow>> bySegment) {
        List<String> names = shown.names();
        int[] numbers = numbersInRun(breakdown, names);
        List<List<DeltaRow>> rows = deltas(
                shown.groups().count(),
                row -> shown.groups().of(scores.slice(breakdown, row)),
                row -> numbers.length == 0 ? PairedReading.NONE : numbers[baseline.slice(breakdown, row)]);
        for (int slice = 0; slice < names.size(); slice++) {
            if (rows.get(slice).stream().anyMatch(row -> row.n() > 0)) {
                bySegment.put(names.get(slice), rows.get(slice));
            }
        }
    }

    /** The number among those shown of every slice of the baseline; empty where the baseline has too many slices. */
    private int[] numbersInRun(int breakdown, List<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            numbers.put(names.get(i), i);
        }
        SliceTable table = baselineRun.slices().get(breakdown);
        return table.tooMany()
                ? new int[0]
                : table.names().stream()
                        .mapToInt(name -> numbers.getOrDefault(name, PairedReading.NONE))
                        .toArray();
    }

    /** The rows of every slice, by its number. */
    private List<List<DeltaRow>> deltas(int slices, IntUnaryOperator slice, IntUnaryOperator baselineSlice) {
        List<List<DeltaRow>> rows = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            rows.add(new ArrayList<>());
        }
        List<RequestMetric> metrics = plan.book().metrics();
        for (int column = 0; column < metrics.size(); column++) {
            RequestMetric metric = metrics.get(column);
            if (!metric.equals(RankingGroup.RELEVANT_SHARE)) {
                boolean higher = metric.better() == RequestMetric.Better.HIGHER;
                PairedReading reading = new PairedReading(scores, baseline, column, higher, slices);
                PairedReading read =
                        pairs != null ? reading.byRequest(pairs, slice) : reading.byUser(slice, baselineSlice);
                for (int i = 0; i < slices; i++) {
                    rows.get(i).add(row(metric, read.of(i)));
                }
            }
        }
        return rows;
    }

    private DeltaRow row(RequestMetric metric, PairedScores paired) {
        PairedRatios ratios = paired.ratios;
        boolean none = ratios.users() == 0;
        double before = ratios.second();
        IntervalOrReason interval = noInference != null ? noInference : ratios.interval(SliceSums.LEVEL);
        IntervalOrReason relative = noInference != null ? noInference : ratios.relativeInterval(SliceSums.LEVEL);
        IntervalRow shown = Figures.row(interval);
        String better = metric.better() == RequestMetric.Better.HIGHER ? "higher" : "lower";
        return new DeltaRow(
                metric.name(),
                Figures.unit(metric),
                Figures.finite(ratios.first()),
                Figures.finite(before),
                Figures.finite(ratios.difference()),
                none || before <= 0 ? null : Figures.finite(ratios.difference() / before),
                shown,
                Figures.row(relative),
                noInference != null ? null : Figures.finite(ratios.pValue()),
                better,
                Deltas.verdict(shown, better),
                paired.pairs(),
                paired.wins,
                paired.ties,
                paired.losses,
                interval.whyNot().orElse(null));
    }
}
