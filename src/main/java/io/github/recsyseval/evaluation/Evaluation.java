package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.metric.RankingGroup;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RankClicks;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.BreakdownRow;
import io.github.recsyseval.report.DataQuality;
import io.github.recsyseval.report.KpiSection;
import io.github.recsyseval.report.LimitRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.MetricSection;
import io.github.recsyseval.report.OfflineSection;
import io.github.recsyseval.report.RankRow;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.report.RunInfo;
import io.github.recsyseval.report.Summary;
import io.github.recsyseval.slice.SliceTable;
import io.github.recsyseval.stat.NoInterval;
import io.github.recsyseval.stat.RatioMoments;
import io.github.recsyseval.stat.Wilson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns what a run found out into a report. */
public final class Evaluation {
    private static final String OFFLINE_NOTE =
            "Logged lists measure behaviour under the logged ranking (position bias included), not relevance.";
    /** Beyond this share of exposures whose user_id is their request_id, users cannot be told apart. */
    private static final double MAX_USER_IS_REQUEST = 0.2;

    private final EvaluationPlan plan;
    private final JoinRun run;
    private final SliceSums total;
    private final Map<String, SliceSums> slices = new TreeMap<>();
    private final List<RequestMetric> metrics;
    private final DataQualityEvaluation quality;
    private final RatioMoments outcomeJoin;
    private final RatioMoments assignmentJoin;
    private final List<LimitRow> limits;
    private final boolean trusted;
    private final Figures figures;

    private Evaluation(EvaluationPlan plan, JoinRun run) {
        this.plan = plan;
        this.run = run;
        metrics = run.metrics().metrics();
        total = run.sums().total();
        for (int b = 0; b < run.slices().size(); b++) {
            collectSlices(b, run.slices().get(b));
        }
        quality = new DataQualityEvaluation(run);
        outcomeJoin = quality.outcomeJoin();
        assignmentJoin = quality.assignmentJoin();
        limits = new TrustLimits(plan, run, outcomeJoin, assignmentJoin).rows();
        trusted = limits.stream().noneMatch(limit -> limit.setBy().equals(Limits.DEFAULT) && limit.failed());
        figures = new Figures(trusted, noInference());
    }

    /** The report of a finished run. */
    public static Report report(EvaluationPlan plan, JoinRun run, RunInfo info) {
        return new Evaluation(plan, run).report(info);
    }

    private void collectSlices(int breakdown, SliceTable table) {
        if (table.tooMany()) {
            return;
        }
        List<String> names = table.names();
        List<SliceSums> sums = run.sums().slices(breakdown, names.size());
        for (int i = 0; i < names.size(); i++) {
            if (sums.get(i).requests() > 0) {
                slices.put(names.get(i), sums.get(i));
            }
        }
    }

    private @Nullable NoInterval noInference() {
        long same = run.tally().userIsRequest();
        return same > MAX_USER_IS_REQUEST * total.requests()
                ? new NoInterval("user_id equals request_id, so users cannot be told apart")
                : null;
    }

    private Report report(RunInfo info) {
        List<String> because = limits.stream()
                .filter(limit -> limit.setBy().equals(Limits.DEFAULT) && limit.failed())
                .map(LimitRow::message)
                .toList();
        return new Report(
                Report.SCHEMA,
                plan.command(),
                new Summary(
                        total.requests(),
                        total.users(),
                        trusted,
                        because,
                        time(run.tally().firstExposure()),
                        time(run.tally().lastExposure()),
                        run.tally().excluded(),
                        plan.filters()),
                dataQuality(),
                has(EvaluationPlan.Section.KPIS) ? kpis() : null,
                has(EvaluationPlan.Section.GUARDRAILS) ? guardrails() : null,
                has(EvaluationPlan.Section.OFFLINE) ? offline() : null,
                run.slices().stream().map(Evaluation::breakdown).toList(),
                warnings(),
                ProvenanceRows.of(run),
                info);
    }

    private boolean has(EvaluationPlan.Section section) {
        return plan.sections().contains(section);
    }

    private @Nullable String time(long micros) {
        return total.requests() == 0 ? null : Timestamps.format(micros);
    }

    private static BreakdownRow breakdown(SliceTable table) {
        return table.tooMany()
                ? new BreakdownRow(table.breakdown().keys(), "too_many_values", 0)
                : new BreakdownRow(table.breakdown().keys(), "ok", table.names().size());
    }

    private DataQuality dataQuality() {
        MetricRow exposureJoin = row(RequestRates.EXPOSURE_JOIN_RATE.metric(), total, true);
        List<MetricRow> rates = List.of(
                exposureJoin,
                figures.ratio(DataQualityEvaluation.OUTCOME_JOIN_RATE, outcomeJoin, true),
                figures.ratio(DataQualityEvaluation.ASSIGNMENT_JOIN_RATE, assignmentJoin, true));
        return new DataQuality(
                trusted,
                limits,
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
                rates,
                bySegment(this::joinRates),
                quality.violations(),
                ProvenanceRows.notes(run));
    }

    private List<MetricRow> joinRates(SliceSums sums) {
        return List.of(
                row(RequestRates.EXPOSURE_JOIN_RATE.metric(), sums, false),
                new MetricRow(
                        DataQualityEvaluation.OUTCOME_JOIN_RATE.name(),
                        "share",
                        null,
                        0,
                        null,
                        null,
                        null,
                        "outcomes carry no context, so one without exposure belongs to no slice",
                        trusted,
                        null));
    }

    private KpiSection kpis() {
        return new KpiSection(
                trusted,
                rates(RequestRates.KPIS, total, true),
                bySegment(sums -> rates(RequestRates.KPIS, sums, false)),
                ctrByRank());
    }

    private MetricSection guardrails() {
        return new MetricSection(trusted, guardrails(total, true), bySegment(sums -> guardrails(sums, false)));
    }

    private List<MetricRow> guardrails(SliceSums sums, boolean withDefinition) {
        List<MetricRow> rows = new ArrayList<>(rates(RequestRates.GUARDRAILS, sums, withDefinition));
        SliceSums.LATENCY_QUANTILES.forEach(q -> rows.add(figures.latency(sums, q, withDefinition)));
        return rows;
    }

    private OfflineSection offline() {
        return new OfflineSection(
                trusted,
                plan.convention().name().toLowerCase(java.util.Locale.ROOT),
                plan.relevance().words(),
                row(RankingGroup.RELEVANT_SHARE, total, true),
                OFFLINE_NOTE,
                ranking(total, true),
                bySegment(sums -> ranking(sums, false)));
    }

    private List<MetricRow> ranking(SliceSums sums, boolean withDefinition) {
        return plan.ranking().stream()
                .map(metric -> row(metric(metric.name()), sums, withDefinition))
                .toList();
    }

    private List<MetricRow> rates(List<RequestRates> rates, SliceSums sums, boolean withDefinition) {
        return rates.stream()
                .map(rate -> row(rate.metric(), sums, withDefinition))
                .toList();
    }

    private MetricRow row(RequestMetric metric, SliceSums sums, boolean withDefinition) {
        return figures.ratio(metric, sums.moments(metrics.indexOf(metric)), withDefinition);
    }

    private RequestMetric metric(String name) {
        return metrics.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, List<MetricRow>> bySegment(Function<SliceSums, List<MetricRow>> rows) {
        Map<String, List<MetricRow>> byName = new TreeMap<>();
        slices.forEach((name, sums) -> byName.put(name, rows.apply(sums)));
        return byName;
    }

    private List<RankRow> ctrByRank() {
        List<RankRow> rows = new ArrayList<>();
        RankClicks clicks = run.rankClicks();
        for (int rank = 1; rank <= RankClicks.MAX_RANK + 1; rank++) {
            long n = clicks.slots(rank);
            long clicked = clicks.clicks(rank);
            if (n > 0) {
                double value = (double) clicked / n;
                rows.add(new RankRow(
                        rank <= RankClicks.MAX_RANK ? Integer.toString(rank) : ">" + RankClicks.MAX_RANK,
                        value,
                        n,
                        clicked,
                        value <= 1 ? Figures.row(Wilson.interval(value, n, SliceSums.LEVEL)) : null));
            }
        }
        return rows;
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(run.failures());
        if (total.requests() == 0) {
            warnings.add("no exposure to evaluate");
        }
        NoInterval none = noInference();
        if (none != null && total.requests() > 0) {
            warnings.add("no intervals: " + none.reason());
        }
        long mismatches = run.tally().userMismatches();
        if (mismatches > 0) {
            warnings.add(mismatches + " of " + run.tally().matchedOutcomes()
                    + " matched outcomes have another user_id than their exposure");
        }
        return warnings;
    }
}
