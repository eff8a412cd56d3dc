package io.github.recsyseval.evaluation;

import io.github.recsyseval.diagnosis.Diagnosis;
import io.github.recsyseval.diagnosis.Finding;
import io.github.recsyseval.diagnosis.UnmatchedCauses;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.VariantColumns;
import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.experiment.AaCheck;
import io.github.recsyseval.experiment.AaPlan;
import io.github.recsyseval.experiment.ArmsInSlices;
import io.github.recsyseval.experiment.ExperimentAnalysis;
import io.github.recsyseval.experiment.ExperimentPlan;
import io.github.recsyseval.metric.Parallel;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.AaCheckSection;
import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.report.DataQuality;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.report.ExperimentSection.ContextCovariateRow;
import io.github.recsyseval.report.ExperimentSection.PrePeriodRow;
import io.github.recsyseval.report.GateRow;
import io.github.recsyseval.report.LimitRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.OfflineSection;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.report.RunInfo;
import io.github.recsyseval.report.Summary;
import io.github.recsyseval.slice.DayTable;
import io.github.recsyseval.stat.NoInterval;
import io.github.recsyseval.stat.RatioMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what a run found out into a report. */
public final class Evaluation {
    /** Beyond this share of exposures whose user_id is their request_id, users cannot be told apart. */
    private static final double MAX_USER_IS_REQUEST = 0.2;

    private final EvaluationPlan plan;
    private final JoinRun run;
    private final SliceSums total;
    private final Cuts cuts;
    private final DataQualityEvaluation quality;
    private final RatioMoments outcomeJoin;
    private final RatioMoments assignmentJoin;
    private final List<LimitRow> limits;
    private final List<Finding> findings;
    private final boolean trusted;
    private final SpoiledFigures spoiled;
    private final Unit unit;
    private final Figures figures;
    private final Rates rates;

    private Evaluation(EvaluationPlan plan, JoinRun run) {
        this.plan = plan;
        this.run = run;
        // The diagnosis looks at other things than the sums do, and takes about as long.
        Parallel.Both<Sums, List<Finding>> both =
                Parallel.both(plan.join().read().threads(), () -> Sums.of(run), () -> Diagnosis.of(run.evidence()));
        total = both.first().total();
        cuts = both.first().cuts();
        findings = both.second();
        quality = new DataQualityEvaluation(run);
        outcomeJoin = quality.outcomeJoin();
        assignmentJoin = quality.assignmentJoin();
        limits = new ArrayList<>(new TrustLimits(plan, run, outcomeJoin, assignmentJoin).rows());
        limits.addAll(FindingLimits.rows(plan.limits().join().failOn(), findings, run.evidence()));
        trusted = run.failures().isEmpty()
                && limits.stream().noneMatch(limit -> !limit.decidesExitCode() && limit.failed())
                && findings.stream().noneMatch(Finding::breaksTrust);
        spoiled = new SpoiledFigures(findings, plan.limits().join().tolerated());
        unit = Unit.of(run);
        figures = new Figures(trusted, spoiled, noInference(), plan.meaning());
        rates = new Rates(run.metrics().metrics(), figures);
    }

    private record Sums(SliceSums total, Cuts cuts) {
        static Sums of(JoinRun run) {
            return new Sums(run.sums().total(), Cuts.of(run));
        }
    }

    /**
     * The report of a finished run.
     *
     * @param info asked for when everything else is done, so that it can say how long it took
     */
    public static Report report(EvaluationPlan plan, JoinRun run, Supplier<RunInfo> info) {
        return new Evaluation(plan, run).report(info);
    }

    private @Nullable NoInterval noInference() {
        long same = run.tally().userIsRequest();
        return same > MAX_USER_IS_REQUEST * total.requests()
                ? new NoInterval("user_id equals request_id, so users cannot be told apart")
                : null;
    }

    private Report report(Supplier<RunInfo> info) {
        List<String> because = new ArrayList<>(run.failures());
        limits.stream()
                .filter(limit -> !limit.decidesExitCode() && limit.failed())
                .map(LimitRow::message)
                .forEach(because::add);
        findings.stream().filter(Finding::breaksTrust).map(FindingRows::because).forEach(because::add);
        OfflineSection offline = has(EvaluationPlan.Section.OFFLINE)
                ? offlineEvaluation().section(total, cuts.segments().sums())
                : null;
        JoinRates joins = new JoinRates(run, figures, cuts, noInference());
        ExperimentSection experiment = experiment(because);
        return new Report(
                Report.SCHEMA,
                plan.command(),
                new Summary(
                        total.requests(),
                        total.users(),
                        plan.meaning().exposureMeans(),
                        unit.name(),
                        trusted,
                        because,
                        time(run.tally().firstExposure()),
                        time(run.tally().lastExposure()),
                        plan.timeZone().getId(),
                        run.tally().excluded(),
                        plan.filters()),
                dataQuality(joins),
                has(EvaluationPlan.Section.KPIS) ? kpiEvaluation().section(trusted, total, cuts) : null,
                has(EvaluationPlan.Section.GUARDRAILS)
                        ? new GuardrailEvaluation(run, rates, spoiled)
                                .section(trusted, total, cuts, plan.limits().guardrails())
                        : null,
                offline,
                experiment,
                aaCheck(),
                ListRows.of(plan.shown(), trusted),
                offline == null ? List.of() : gates(offline, because),
                new BreakdownRows(plan, run, cuts.segments().sums(), this::shownForSlices).rows(),
                warnings(offline, experiment, joins),
                ProvenanceRows.of(plan, run),
                info.get());
    }

    /**
     * The arms of the plan's experiment in every slice.
     *
     * @throws NullPointerException for a plan without one
     */
    public static ArmsInSlices armsInSlices(EvaluationPlan plan, JoinRun run) {
        return new ArmsInSlices(Objects.requireNonNull(plan.experiment()), run, new Evaluation(plan, run).armFigures());
    }

    private ExperimentAnalysis.ArmFigures armFigures() {
        return new ExperimentAnalysis.ArmFigures(
                sums -> rates.rows(RequestRates.KPIS, sums, true),
                sums -> new GuardrailEvaluation(run, rates, spoiled).rows(sums, true));
    }

    private @Nullable ExperimentSection experiment(List<String> because) {
        ExperimentPlan experiment = plan.experiment();
        if (experiment == null) {
            return null;
        }
        NoInterval none = noInference();
        return ExperimentAnalysis.of(
                experiment,
                run,
                new ExperimentAnalysis.Trust(because, none == null ? null : none.reason(), spoiled.byUnit()),
                armFigures(),
                plan.sliceFloor());
    }

    private @Nullable AaCheckSection aaCheck() {
        AaPlan check = plan.aaCheck();
        NoInterval none = noInference();
        return check == null ? null : AaCheck.of(check, run, trusted, none == null ? null : none.reason());
    }

    private boolean has(EvaluationPlan.Section section) {
        return plan.sections().contains(section);
    }

    private @Nullable String time(long micros) {
        return total.requests() == 0 ? null : Timestamps.format(micros);
    }

    private KpiEvaluation kpiEvaluation() {
        return new KpiEvaluation(run, rates, plan.kpis());
    }

    private OfflineEvaluation offlineEvaluation() {
        return new OfflineEvaluation(plan, run, trusted, figures, noInference());
    }

    private List<GateRow> gates(OfflineSection offline, List<String> because) {
        boolean asked = !plan.offline().allowUntrusted();
        String untrusted = trusted || !asked ? null : "the data is not trusted: " + String.join("; ", because);
        return new GateCheck(offline, untrusted, asked, plan.sliceFloor())
                .rows(plan.offline().gates());
    }

    /** The figures of a slice in the order in which people see them. */
    private List<MetricRow> shownForSlices(SliceSums sums) {
        List<MetricRow> rows = new ArrayList<>();
        if (has(EvaluationPlan.Section.KPIS)) {
            rows.addAll(kpiEvaluation().rows(sums, false));
        }
        if (has(EvaluationPlan.Section.GUARDRAILS)) {
            rows.addAll(new GuardrailEvaluation(run, rates, spoiled).rows(sums, false));
        }
        if (has(EvaluationPlan.Section.OFFLINE)) {
            rows.addAll(offlineEvaluation().rows(sums, false));
        }
        return rows.isEmpty() ? joinRates(sums) : rows;
    }

    private DataQuality dataQuality(JoinRates joins) {
        MetricRow exposureJoin = rates.row(RequestRates.EXPOSURE_JOIN_RATE.metric(), total, true);
        List<MetricRow> rates = List.of(
                exposureJoin,
                figures.ratio(DataQualityEvaluation.OUTCOME_JOIN_RATE, outcomeJoin, true),
                figures.ratio(DataQualityEvaluation.ASSIGNMENT_JOIN_RATE, assignmentJoin, true));
        return new DataQuality(
                trusted,
                withIntervals(limits, rates),
                quality.integrity(exposureJoin.value(), outcomeJoin, assignmentJoin),
                DataQualityEvaluation.completeness(run.exposures()),
                DataQualityEvaluation.completeness(run.outcomes()),
                DataQualityEvaluation.completeness(run.assignments()),
                new DataQuality.InvalidLines(
                        run.exposures().ledger().invalid(),
                        run.outcomes().ledger().invalid(),
                        run.assignments().ledger().invalid()),
                quality.exposureClasses(),
                quality.outcomeClasses(),
                quality.assignmentClasses(),
                quality.userMismatch(),
                quality.attribution(plan.join().attribution()),
                findings.stream()
                        .map(finding -> FindingRows.row(finding, spoiled))
                        .toList(),
                UnmatchedCauses.of(run.evidence()).stream()
                        .map(FindingRows::row)
                        .toList(),
                rates,
                cuts.segments().rows(this::joinRates),
                joins.byHour(),
                joins.byVariant(),
                joins.tests(),
                quality.violations(),
                ProvenanceRows.notes(run));
    }

    /** Each limit with the interval of the figure that it limits. */
    static List<LimitRow> withIntervals(List<LimitRow> limits, List<MetricRow> figures) {
        return limits.stream()
                .map(limit -> figures.stream()
                        .filter(row -> row.name().equals(limit.name()))
                        .findFirst()
                        .map(row -> limit.with(row.interval()))
                        .orElse(limit))
                .toList();
    }

    private List<MetricRow> joinRates(SliceSums sums) {
        return List.of(
                rates.row(RequestRates.EXPOSURE_JOIN_RATE.metric(), sums, false),
                MetricRow.absent(
                        DataQualityEvaluation.OUTCOME_JOIN_RATE.name(),
                        "share",
                        0,
                        null,
                        "outcomes carry no context, so one without exposure belongs to no slice",
                        trusted,
                        null));
    }

    private List<String> warnings(
            @Nullable OfflineSection offline, @Nullable ExperimentSection experiment, JoinRates joins) {
        List<String> warnings = new ArrayList<>();
        if (offline != null) {
            warnings.addAll(BaselineWarnings.of(offline.baseline()));
        }
        BaselineReport before = plan.limits().guardrails().baseline();
        if (before != null && !before.trusted()) {
            warnings.add("the baseline " + before.source() + " is not trusted: "
                    + String.join("; ", before.untrustedBecause()));
        }
        if (total.requests() == 0) {
            warnings.add("no exposure to evaluate");
        }
        unit.warning().ifPresent(warnings::add);
        ContextCovariateRow covariate = experiment == null ? null : experiment.contextCovariate();
        if (covariate != null && !covariate.used()) {
            warnings.add("the covariate " + covariate.key() + " is not used: " + covariate.note());
        }
        PrePeriodRow period = experiment == null ? null : experiment.prePeriod();
        if (period != null && !period.note().isEmpty()) {
            warnings.add(period.note());
        }
        NoInterval none = noInference();
        if (none != null && total.requests() > 0) {
            warnings.add("no intervals: " + none.reason());
        }
        if (run.columns().days().stream().anyMatch(DayTable::tooMany)) {
            warnings.add("exposures fall on more than " + DayTable.MAX_DAYS + " days, so none is shown; look at ts");
        }
        if (joins.hasTooManyHours()) {
            warnings.add("the logs span more than " + JoinRates.MAX_HOURS
                    + " hours, so join rates by hour are not shown; --since" + " and --until choose a part");
        }
        if (run.columns().variants().tooMany()) {
            warnings.add("assignments name more than " + VariantColumns.MAX_EXPERIMENTS
                    + " experiments, so no variant is shown");
        }
        long mismatches = run.tally().userMismatches();
        if (mismatches > 0) {
            warnings.add(mismatches + " of " + run.tally().matchedOutcomes()
                    + " matched outcomes have another user_id than their exposure");
        }
        return warnings;
    }
}
