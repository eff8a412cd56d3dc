package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.metric.Cluster;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.RowGroups;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.LoggedFields;
import io.github.recsyseval.metric.kpi.OtherRates;
import io.github.recsyseval.metric.kpi.OutcomeDelays;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.metric.kpi.ValuedConversions;
import io.github.recsyseval.report.ArmRow;
import io.github.recsyseval.report.CrossoverRow;
import io.github.recsyseval.report.Decision;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.report.ExperimentSection.ContextCovariateRow;
import io.github.recsyseval.report.ExperimentSection.PrePeriodRow;
import io.github.recsyseval.report.GuardrailTestRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.SampleRatioRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Analyses the experiment of a finished run. */
public final class ExperimentAnalysis {
    private final ExperimentPlan plan;
    private final JoinRun run;
    private final Trust trust;
    private final ArmFigures figures;
    private final int sliceFloor;
    private final Arms arms;
    private final CountedArms counted;
    private final RowGroups groups;
    private final List<ArmSums> sums;

    /**
     * Whether the data can carry a decision.
     *
     * @param untrustedBecause why not, in sentences; empty where it can
     * @param brokenDemands limits on the data that its user set and that fail, in sentences
     * @param noInference why users cannot be told apart; null where they can
     * @param spoiled why figures of a unit cannot be relied on, in sentences, by the unit; empty where all can
     * @param toCome which share of the clicks and conversions is still to come, by {@code ctr} and {@code conversion_rate}, where it matters
     * @param valuesAreRight whether the user says that conversions without a value are worth nothing
     */
    public record Trust(
            List<String> untrustedBecause,
            List<String> brokenDemands,
            @Nullable String noInference,
            Map<String, String> spoiled,
            Map<RequestRates, Double> toCome,
            boolean valuesAreRight) {
        /** Why the data carries no decision but hold: it is not trusted, or not what its user demands. */
        List<String> reasonsToHold() {
            return Stream.concat(reasons().stream(), brokenDemands.stream())
                    .distinct()
                    .toList();
        }

        List<String> reasons() {
            List<String> reasons = new ArrayList<>(untrustedBecause);
            if (noInference != null) {
                reasons.add("no test is possible: " + noInference);
            }
            return reasons;
        }
    }

    /** How the figures of an arm are shown. */
    public record ArmFigures(
            Function<SliceSums, List<MetricRow>> kpis, Function<SliceSums, List<MetricRow>> guardrails) {
        List<ArmRow> rows(Arms arms, List<ArmSums> sums) {
            long all = sums.stream().mapToLong(ArmSums::users).sum();
            double weights =
                    IntStream.range(0, arms.count()).mapToDouble(arms::weight).sum();
            List<ArmRow> rows = new ArrayList<>();
            for (int arm = 0; arm < arms.count(); arm++) {
                SliceSums of = sums.get(arm).sums();
                boolean expected = arms.weight(arm) > 0;
                rows.add(new ArmRow(
                        arms.name(arm),
                        arm == 0 ? "control" : arm == 1 ? "candidate" : expected ? "other" : "unexpected",
                        of.users(),
                        of.requests(),
                        all == 0 ? null : (Double) ((double) of.users() / all),
                        expected ? (Double) (arms.weight(arm) / weights) : null,
                        kpis.apply(of),
                        guardrails.apply(of)));
            }
            return rows;
        }
    }

    /**
     * What the run of an experiment has to count for each request.
     *
     * @param attribution of the run; only with a window outcomes can come after it
     */
    public static List<MetricGroup> metrics(Attribution attribution) {
        return Stream.of(
                        RequestRates.group(List.of(RequestRates.values())),
                        OtherRates.CLEAN.group(),
                        attribution.hasWindow() ? OtherRates.ANY_TIME.group() : null,
                        LoggedFields.group(),
                        ValuedConversions.group(),
                        OutcomeDelays.group())
                .filter(Objects::nonNull)
                .toList();
    }

    private ExperimentAnalysis(
            ExperimentPlan plan, JoinRun run, Trust trust, ArmFigures figures, int sliceFloor, long mostUsers) {
        this.plan = plan;
        this.run = run;
        this.trust = trust;
        this.figures = figures;
        this.sliceFloor = sliceFloor;
        arms = Arms.of(plan, run);
        counted = new CountedArms(arms, plan, run, mostUsers);
        groups = counted.groups();
        sums = counted.sums();
    }

    /**
     * The whole analysis.
     *
     * @param run with {@link #metrics}, times, and arms from assignments or context
     * @param sliceFloor slices in which an arm has fewer users are not tested
     * @throws ExperimentException where the data does not have what the plan names
     */
    public static ExperimentSection of(
            ExperimentPlan plan, JoinRun run, Trust trust, ArmFigures figures, int sliceFloor) {
        return of(plan, run, trust, figures, sliceFloor, Cluster.MOST_USERS);
    }

    /** @param mostUsers with more they are put into groups, each of which counts as one where variances are estimated */
    static ExperimentSection of(
            ExperimentPlan plan, JoinRun run, Trust trust, ArmFigures figures, int sliceFloor, long mostUsers) {
        return new ExperimentAnalysis(plan, run, trust, figures, sliceFloor, mostUsers).section();
    }

    private ExperimentSection section() {
        SliceComparisons slices = new SliceComparisons(plan, arms, run, groups, sums, sliceFloor, trust.spoiled());
        ArmChecks checks = counted.checks(slices.users().rows());
        Adjusted by = adjusted();
        ValueLogging values = ValueLogging.of(arms, sums, counted.byUser(), plan.horizon(), trust.valuesAreRight());
        Comparisons comparisons = new Comparisons(plan, arms, sums, by.adjustments(), trust.spoiled(), values);
        List<Compared> compared = compared(comparisons);
        SampleRatioRow split = SampleRatio.row(arms, counted.usersByArm(), plan);
        CrossoverRow crossover = counted.crossover();
        List<GuardrailTestRow> guardrails = guardrails(values);
        Decision decision = new DecisionMaker(plan, arms, comparisons.claims())
                .decide(
                        trust.reasonsToHold(),
                        checks,
                        crossover,
                        split,
                        guardrails,
                        ofCandidate(compared),
                        counted.robustness(trust.toCome(), checks.drifts()));
        boolean inference = trust.noInference() == null;
        return new ExperimentSection(
                trust.reasons().isEmpty(),
                arms.experiment(),
                run.columns().contextArms().isEmpty() ? "assignments" : "context",
                arms.name(0),
                arms.name(1),
                figures.rows(arms, sums),
                crossover,
                split,
                checks.overlaps(),
                checks.rows(),
                groups.cluster() == Cluster.USER ? null : (long) Cluster.GROUPS,
                new ComparisonRows(plan, arms, sums, by.adjustments(), comparisons.claims()).of(compared),
                guardrails,
                by.before(),
                by.inContext(),
                plan.plannedUsers() == null ? null : new ExperimentSection.MonitoringRow(plan.plannedUsers()),
                inference ? slices.rows() : List.of(),
                inference ? slices.heterogeneity() : List.of(),
                decision);
    }

    /** All comparisons, without tests where users cannot be told apart. */
    private List<Compared> compared(Comparisons comparisons) {
        String none = trust.noInference();
        return none == null
                ? comparisons.all()
                : comparisons.all().stream().map(one -> one.without(none)).toList();
    }

    private List<GuardrailTestRow> guardrails(ValueLogging values) {
        ArmSums control = sums.get(0);
        ArmSums candidate = sums.get(1);
        EvenLogging logging = new EvenLogging(arms, control, candidate, plan.horizon(), values);
        boolean errorLogged = run.tally().errorLogged() > 0;
        return new GuardrailTests(
                        control,
                        candidate,
                        counted::withoutHeavy,
                        plan.horizon(),
                        plan.alpha(),
                        errorLogged,
                        trust,
                        logging)
                .rows(plan);
    }

    /**
     * What CUPED does.
     *
     * @param adjustments null for nothing
     */
    private record Adjusted(
            @Nullable Adjustments adjustments,
            @Nullable PrePeriodRow before,
            @Nullable ContextCovariateRow inContext) {}

    private Adjusted adjusted() {
        Covariate covariate = plan.covariate();
        boolean inference = trust.noInference() == null;
        if (covariate instanceof Covariate.Before before) {
            PrePeriod period = PrePeriod.read(before.plan(), run, arms.experiment());
            Adjustments made = inference ? new Adjustments(period, run.sums(), groups, sums) : null;
            return new Adjusted(period.isUsable(made) ? made : null, period.row(made), null);
        }
        if (covariate instanceof Covariate.InContext inContext) {
            ContextCovariate values = ContextCovariate.of(run, arms, plan.crossover());
            Adjustments made = inference ? new Adjustments(values, run.sums(), groups, sums) : null;
            CovariateCheck check = new CovariateCheck(values, made == null ? null : made.first(), arms.count());
            return new Adjusted(check.passes() ? made : null, null, check.row(inContext.key()));
        }
        return new Adjusted(null, null, null);
    }

    private static List<Compared> ofCandidate(List<Compared> all) {
        return all.stream()
                .filter(one -> one.arm() == 1 && one.primary() != null)
                .toList();
    }
}
