package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.VariantColumns;
import io.github.recsyseval.join.AssignmentBooks;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.HourRow;
import io.github.recsyseval.report.LossTestRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.RateRow;
import io.github.recsyseval.slice.HourTable;
import io.github.recsyseval.slice.SliceTable;
import io.github.recsyseval.stat.GroupedMoments;
import io.github.recsyseval.stat.HomogeneityTest;
import io.github.recsyseval.stat.NoInterval;
import io.github.recsyseval.stat.RatioMoments;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Join rates by hour and by variant, and whether they differ between slices, hours and variants. */
final class JoinRates {
    /** Two months of hours; with more none is shown. */
    static final int MAX_HOURS = 1_488;

    private static final String METHOD = "rao_scott_1992";
    private static final RequestMetric EXPOSURES = RequestRates.EXPOSURE_JOIN_RATE.metric();
    private static final RequestMetric OUTCOMES = DataQualityEvaluation.OUTCOME_JOIN_RATE;
    private static final RequestMetric ASSIGNMENTS = DataQualityEvaluation.ASSIGNMENT_JOIN_RATE;

    private final JoinRun run;
    private final Figures figures;
    private final @Nullable NoInterval noInference;
    private final Map<OffsetDateTime, RatioMoments> exposureHours = new TreeMap<>();
    private final Map<OffsetDateTime, RatioMoments> outcomeHours = new TreeMap<>();
    private final Map<String, List<MetricRow>> variants = new TreeMap<>();
    private boolean tooManyHours;
    private final List<LossTestRow> tests = new ArrayList<>();

    JoinRates(JoinRun run, Figures figures, Cuts cuts, @Nullable NoInterval noInference) {
        this.run = run;
        this.figures = figures;
        this.noInference = noInference;
        slices(cuts);
        run.columns().hours().forEach(this::hours);
        VariantColumns columns = run.columns().variants();
        for (int column = 0; column < columns.count(); column++) {
            if (!columns.tooManyIn(column)) {
                variants(columns, column, cuts);
            }
        }
    }

    /** Whether there are more hours than are shown. */
    boolean hasTooManyHours() {
        return tooManyHours;
    }

    List<HourRow> byHour() {
        TreeSet<OffsetDateTime> hours = new TreeSet<>(exposureHours.keySet());
        hours.addAll(outcomeHours.keySet());
        return hours.stream()
                .map(hour -> new HourRow(
                        hour.toString(),
                        rate(EXPOSURES, exposureHours.get(hour)),
                        rate(OUTCOMES, outcomeHours.get(hour))))
                .toList();
    }

    Map<String, List<MetricRow>> byVariant() {
        return variants;
    }

    List<LossTestRow> tests() {
        return tests;
    }

    private RateRow rate(RequestMetric metric, @Nullable RatioMoments moments) {
        return new RateRow(figures.ratio(metric, moments == null ? new RatioMoments() : moments));
    }

    private int exposureMetric() {
        return run.metrics().metrics().indexOf(EXPOSURES);
    }

    private void slices(Cuts cuts) {
        for (int column = 0; column < run.slices().size(); column++) {
            SliceTable table = run.slices().get(column);
            if (!table.tooMany()) {
                List<RatioMoments> groups = exposures(
                        cuts.segments().sums(), cuts.shown().get(column).names());
                SliceSums rest = cuts.segments().rest(column);
                if (rest != null) {
                    groups.add(rest.moments(exposureMetric()));
                }
                test(EXPOSURES, table.breakdown().name(), groups);
            }
        }
    }

    private List<RatioMoments> exposures(Map<String, SliceSums> sums, List<String> names) {
        return names.stream()
                .sorted()
                .map(sums::get)
                .filter(slice -> slice != null)
                .map(slice -> slice.moments(exposureMetric()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void hours(HourTable table) {
        OutcomeIndex outcomes = run.outcomeIndex();
        HourTable ofOutcomes = new HourTable(table.zone(), MAX_HOURS);
        HourTable.Lookup lookup = ofOutcomes.lookup();
        GroupedMoments acted = outcomes(row -> lookup.number(outcomes.time(row)));
        int column = run.columns().hourColumn();
        List<OffsetDateTime> exposed = table.hours();
        put(exposed, run.sums().moments(column, exposed.size(), exposureMetric()), exposureHours);
        put(ofOutcomes.hours(), acted.moments(ofOutcomes.hours().size()), outcomeHours);
        tooManyHours = table.isFull() || ofOutcomes.isFull() || exposureHours.size() > MAX_HOURS;
        if (tooManyHours) {
            exposureHours.clear();
            outcomeHours.clear();
        } else {
            test(EXPOSURES, "hour", List.copyOf(exposureHours.values()));
            test(OUTCOMES, "hour", List.copyOf(outcomeHours.values()));
        }
    }

    /** Hours of records that are not evaluated have numbers too, but nothing to show. */
    private static void put(
            List<OffsetDateTime> hours, List<RatioMoments> moments, Map<OffsetDateTime, RatioMoments> into) {
        for (int i = 0; i < hours.size(); i++) {
            if (moments.get(i).denominator() > 0) {
                into.put(hours.get(i), moments.get(i));
            }
        }
    }

    /** The outcome join rate of groups of outcomes. */
    private GroupedMoments outcomes(IntUnaryOperator group) {
        OutcomeIndex outcomes = run.outcomeIndex();
        return SharesByUser.of(outcomes.size(), outcomes::user, outcomes::isInJoinRate, outcomes::isJoined, group);
    }

    private void variants(VariantColumns columns, int column, Cuts cuts) {
        List<String> names = columns.names(column);
        OutcomeIndex outcomes = run.outcomeIndex();
        List<RatioMoments> ofOutcomes = outcomes(
                        row -> columns.number(column, outcomes.requestFirst(row), outcomes.requestSecond(row)))
                .moments(names.size());
        List<RatioMoments> ofAssignments = assignments(columns, column, names.size());
        for (int number = 0; number < names.size(); number++) {
            SliceSums sums = cuts.variants().sums().get(names.get(number));
            RatioMoments exposures = sums == null ? new RatioMoments() : sums.moments(exposureMetric());
            double n = exposures.denominator() + ofOutcomes.get(number).denominator();
            if (n + ofAssignments.get(number).denominator() > 0) {
                variants.put(
                        names.get(number),
                        MetricRow.ofSlice(List.of(
                                figures.ratio(EXPOSURES, exposures),
                                figures.ratio(OUTCOMES, ofOutcomes.get(number)),
                                figures.ratio(ASSIGNMENTS, ofAssignments.get(number)))));
            }
        }
        String between = "variant of " + columns.experiments().get(column);
        List<String> named = names.subList(VariantColumns.FIRST_VARIANT, names.size());
        test(EXPOSURES, between, exposures(cuts.variants().sums(), named));
        test(OUTCOMES, between, ofOutcomes.subList(VariantColumns.FIRST_VARIANT, names.size()));
        test(ASSIGNMENTS, between, ofAssignments.subList(VariantColumns.FIRST_VARIANT, names.size()));
    }

    /** The assignment join rate of each variant, by its slice number. */
    private List<RatioMoments> assignments(VariantColumns columns, int column, int count) {
        AssignmentBooks books = run.assignmentBooks().get();
        List<RatioMoments> byNumber = new ArrayList<>(Collections.nCopies(count, new RatioMoments()));
        for (int arm = 0; arm < run.assignmentIndex().arms().size(); arm++) {
            if (columns.isOf(column, arm)) {
                byNumber.set(columns.number(arm), books.matched(arm));
            }
        }
        return byNumber;
    }

    private void test(RequestMetric metric, String between, List<RatioMoments> groups) {
        if (noInference != null) {
            tests.add(new LossTestRow(
                    metric.name(), between, 0, groups.size(), null, null, null, METHOD, noInference.reason()));
            return;
        }
        Optional<HomogeneityTest> test = HomogeneityTest.of(groups);
        tests.add(test.map(done -> new LossTestRow(
                        metric.name(),
                        between,
                        done.groups(),
                        done.leftOut(),
                        done.statistic(),
                        (long) done.degreesOfFreedom(),
                        done.pValue().value(),
                        METHOD,
                        null))
                .orElseGet(() -> new LossTestRow(
                        metric.name(),
                        between,
                        0,
                        groups.size(),
                        null,
                        null,
                        null,
                        METHOD,
                        "fewer than two groups have five expected losses and matches")));
    }
}
