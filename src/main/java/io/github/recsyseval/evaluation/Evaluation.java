package io.github.recsyseval.evaluation;

import io.github.recsyseval.diagnosis.Diagnosis;
import io.github.recsyseval.diagnosis.Finding;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.experiment.AaCheck;
import io.github.recsyseval.experiment.AaPlan;
import io.github.recsyseval.experiment.ArmsInSlices;
import io.github.recsyseval.experiment.ExperimentAnalysis;
import io.github.recsyseval.experiment.ExperimentPlan;
import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.metric.Parallel;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.AaCheckSection;
import io.github.recsyseval.report.DataQuality;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.report.GateRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.OfflineSection;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.report.RunInfo;
import io.github.recsyseval.report.Summary;
import io.github.recsyseval.stat.NoInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what a run found out into a report. */
public final class Evaluation {
    private final EvaluationPlan plan;
    private final JoinRun run;
    private final SliceSums total;
    private final Cuts cuts;
    private final Unit unit;
    private final DataTrust trust;
    private final SpoiledFigures spoiled;
    private final Figures figures;
    private final Rates rates;
    private final DataQualityEvaluation quality;
    private final GuardrailEvaluation guardrails;

    private Evaluation(EvaluationPlan plan, JoinRun run) {
        this.plan = plan;
        this.run = run;
        // The diagnosis looks at other things than the sums do, and takes about as long.
        Parallel.Both<Sums, List<Finding>> both = Parallel.both(
                plan.join().read().threads(), () -> Sums.of(plan, run), () -> Diagnosis.of(run.evidence()));
        total = both.first().total();
        cuts = both.first().cuts();
        unit = Unit.of(run);
        JoinMoments joins = JoinMoments.of(run);
        trust = DataTrust.of(
                plan, run, joins, BaselineTrust.ofRun(plan.offline().baselineExposures(), both.second()));
        spoiled = new SpoiledFigures(trust.findings(), plan.limits().join().tolerated());
        figures = new Figures(trust.holds(), spoiled, unit.noInference(), plan.meaning());
        rates = new Rates(run.metrics().metrics(), figures);
        quality = new DataQualityEvaluation(
                run, joins, trust, spoiled, figures, rates, plan.join().attribution());
        guardrails = new GuardrailEvaluation(run, rates, spoiled);
    }

    private record Sums(SliceSums total, Cuts cuts) {
        static Sums of(EvaluationPlan plan, JoinRun run) {
            return new Sums(run.sums().total(), Cuts.of(plan, run));
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

    private Report report(Supplier<RunInfo> info) {
        boolean trusted = trust.holds();
        OfflineSection offline =
                has(EvaluationPlan.Section.OFFLINE) ? offlineEvaluation().section(total, cuts) : null;
        JoinRates joins = new JoinRates(run, figures, cuts, unit.noInference());
        ExperimentSection experiment = experiment();
        DataQuality data = quality.section(total, cuts, joins, plan.join());
        boolean countsOutcomes = has(EvaluationPlan.Section.KPIS) || experiment != null;
        return new Report(
                Report.SCHEMA,
                plan.command(),
                new Summary(
                        total.requests(),
                        total.users(),
                        plan.meaning().exposureMeans(),
                        unit.name(),
                        trusted,
                        trust.doubts(),
                        time(run.tally().firstExposure()),
                        time(run.tally().lastExposure()),
                        plan.timeZone().getId(),
                        run.tally().excluded(),
                        plan.filters()),
                data,
                has(EvaluationPlan.Section.KPIS) ? kpiEvaluation().section(trusted, total, cuts) : null,
                has(EvaluationPlan.Section.GUARDRAILS)
                        ? guardrails.section(trusted, total, cuts, plan.limits().guardrails())
                        : null,
                offline,
                experiment,
                aaCheck(),
                ListRows.of(plan.shown(), trusted),
                offline == null ? List.of() : gates(offline),
                new BreakdownRows(plan, run, cuts, this::shownForSlices).rows(),
                new ReportWarnings(run, unit, plan.limits().guardrails().baseline())
                        .of(
                                offline,
                                experiment,
                                joins,
                                cuts,
                                countsOutcomes ? data.attribution().toCome() : List.of()),
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
        return new ExperimentAnalysis.ArmFigures(sums -> rates.rows(RequestRates.KPIS, sums), guardrails::rows);
    }

    private @Nullable ExperimentSection experiment() {
        ExperimentPlan experiment = plan.experiment();
        if (experiment == null) {
            return null;
        }
        NoInterval none = unit.noInference();
        return ExperimentAnalysis.of(
                experiment,
                run,
                new ExperimentAnalysis.Trust(
                        trust.doubts(),
                        trust.brokenDemands(),
                        none == null ? null : none.reason(),
                        spoiled.byUnit(),
                        quality.toCome(),
                        plan.limits().join().tolerated().contains(FindingCode.J13)),
                armFigures(),
                plan.sliceFloor());
    }

    private @Nullable AaCheckSection aaCheck() {
        AaPlan check = plan.aaCheck();
        NoInterval none = unit.noInference();
        return check == null ? null : AaCheck.of(check, run, trust.holds(), none == null ? null : none.reason());
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
        return new OfflineEvaluation(plan, run, trust, figures, unit.noInference());
    }

    private List<GateRow> gates(OfflineSection offline) {
        boolean asked = !plan.offline().allowUntrusted();
        String untrusted =
                trust.holds() || !asked ? null : "the data is not trusted: " + String.join("; ", trust.doubts());
        return new GateCheck(offline, untrusted, asked, plan.sliceFloor())
                .rows(plan.offline().gates());
    }

    /** The figures of a slice in the order in which people see them. */
    private List<MetricRow> shownForSlices(SliceSums sums) {
        List<MetricRow> rows = new ArrayList<>();
        if (has(EvaluationPlan.Section.KPIS)) {
            rows.addAll(kpiEvaluation().rows(sums));
        }
        if (has(EvaluationPlan.Section.GUARDRAILS)) {
            rows.addAll(guardrails.rows(sums));
        }
        if (has(EvaluationPlan.Section.OFFLINE)) {
            rows.addAll(offlineEvaluation().rows(sums));
        }
        return MetricRow.ofSlice(rows.isEmpty() ? quality.rows(sums) : rows);
    }
}
