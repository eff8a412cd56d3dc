package io.github.recsyseval.evaluation;

import io.github.recsyseval.diagnosis.OutcomesToCome;
import io.github.recsyseval.diagnosis.UnmatchedCauses;
import io.github.recsyseval.engine.InputAccount;
import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.join.DedupeEffect;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeDedupe;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.AttributionRow;
import io.github.recsyseval.report.DataQuality;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.stat.RatioKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the data is like: the books of the join, the rates, the findings, and the limits that decide whether figures are trusted. */
final class DataQualityEvaluation {
    static final RequestMetric OUTCOME_JOIN_RATE = new RequestMetric(
            "outcome_join_rate",
            "valid outcomes whose request_id matches an exposure / valid outcomes",
            RatioKind.PROPORTION,
            RequestMetric.Better.HIGHER);
    static final RequestMetric ASSIGNMENT_JOIN_RATE = new RequestMetric(
            "assignment_join_rate",
            "valid assignments whose request_id matches an exposure / valid assignments",
            RatioKind.PROPORTION,
            RequestMetric.Better.HIGHER);

    private static final String CLICK = "click";

    private final JoinRun run;
    private final JoinMoments joins;
    private final DataTrust trust;
    private final SpoiledFigures spoiled;
    private final Figures figures;
    private final Rates rates;
    private final Attribution attribution;
    private final List<AttributionRow.ToComeRow> toCome;

    DataQualityEvaluation(
            JoinRun run,
            JoinMoments joins,
            DataTrust trust,
            SpoiledFigures spoiled,
            Figures figures,
            Rates rates,
            Attribution attribution) {
        this.run = run;
        this.attribution = attribution;
        toCome = OutcomesToCome.of(run.evidence(), attribution.windowMicros()).stream()
                .map(DataQualityEvaluation::toCome)
                .toList();
        this.joins = joins;
        this.trust = trust;
        this.spoiled = spoiled;
        this.figures = figures;
        this.rates = rates;
    }

    DataQuality section(SliceSums total, Cuts cuts, JoinRates differences, JoinPlan plan) {
        boolean ofAllContexts = !plan.filter().where().isEmpty();
        MetricRow exposureJoin = rates.row(RequestRates.EXPOSURE_JOIN_RATE.metric(), total);
        List<MetricRow> rows = List.of(
                exposureJoin,
                figures.ratio(told(OUTCOME_JOIN_RATE, "outcomes", ofAllContexts), joins.outcomes()),
                figures.ratio(told(ASSIGNMENT_JOIN_RATE, "assignments", ofAllContexts), joins.assignments()));
        RecordClasses classes = new RecordClasses(run);
        return new DataQuality(
                trust.holds(),
                Limits.withIntervals(trust.limits(), rows),
                integrity(exposureJoin.value()),
                completeness(run.exposures()),
                completeness(run.outcomes()),
                completeness(run.assignments()),
                new DataQuality.InvalidLines(
                        run.exposures().ledger().invalid(),
                        run.outcomes().ledger().invalid(),
                        run.assignments().ledger().invalid()),
                classes.ofExposures(),
                classes.ofOutcomes(),
                classes.ofAssignments(),
                userMismatch(),
                attribution(),
                trust.findings().stream()
                        .map(finding -> FindingRows.row(finding, spoiled))
                        .toList(),
                UnmatchedCauses.of(run.evidence()).stream()
                        .map(FindingRows::row)
                        .toList(),
                rows,
                cuts.segments().rows(this::rows),
                differences.byHour(),
                differences.byVariant(),
                differences.tests(),
                ViolationRows.of(run),
                ProvenanceRows.notes(run));
    }

    private static RequestMetric told(RequestMetric rate, String records, boolean ofAllContexts) {
        return ofAllContexts
                ? rate.saying("of all contexts, regardless of --where, because that of " + records
                        + " without an exposure is unknown")
                : rate;
    }

    /** The rates of a slice. */
    List<MetricRow> rows(SliceSums sums) {
        return List.of(
                rates.row(RequestRates.EXPOSURE_JOIN_RATE.metric(), sums),
                MetricRow.absent(
                        OUTCOME_JOIN_RATE.name(),
                        "share",
                        0,
                        null,
                        "outcomes carry no context, so one without an exposure belongs to no slice",
                        trust.holds(),
                        null));
    }

    private static DataQuality.CompletenessRow completeness(InputAccount account) {
        long total = account.completeness().total();
        long missing = account.completeness().missing();
        return new DataQuality.CompletenessRow(total, missing, total == 0 ? null : (double) missing / total);
    }

    private DataQuality.JoinIntegrity integrity(@Nullable Double exposureJoinRate) {
        return new DataQuality.JoinIntegrity(
                run.exposures().ledger().valid(),
                run.outcomes().ledger().valid(),
                run.assignments().ledger().valid(),
                exposureJoinRate,
                Figures.finite(joins.outcomes().ratio()),
                Figures.finite(joins.assignments().ratio()),
                run.join().identicalDuplicates() + run.join().conflictingDuplicates(),
                run.join().identicalDuplicates(),
                run.join().conflictingDuplicates());
    }

    private DataQuality.UserMismatch userMismatch() {
        long of = run.tally().matchedOutcomes();
        long n = run.tally().userMismatches();
        return new DataQuality.UserMismatch(n, of, of == 0 ? null : (double) n / of);
    }

    private AttributionRow attribution() {
        return new AttributionRow(
                attribution.windowWords(),
                attribution.dedupe().words(),
                run.join().outcomeClasses()[OutcomeClass.OUTSIDE_WINDOW.ordinal()],
                Stream.of(OutcomeDedupe.EXACT, OutcomeDedupe.TWO_SECONDS)
                        .map(rule -> DedupeEffect.of(run.outcomeIndex(), rule))
                        .map(DataQualityEvaluation::dedupe)
                        .toList(),
                toCome);
    }

    /** Shares of clicks and conversions that are still to come, by their rates, where they matter. */
    Map<RequestRates, Double> toCome() {
        Map<RequestRates, Double> shares = new EnumMap<>(RequestRates.class);
        toCome.stream()
                .filter(AttributionRow.ToComeRow::isMaterial)
                .forEach(row -> shares.put(
                        row.eventType().equals(CLICK) ? RequestRates.CTR : RequestRates.CONVERSION_RATE, row.share()));
        return shares;
    }

    private static AttributionRow.ToComeRow toCome(OutcomesToCome of) {
        return new AttributionRow.ToComeRow(
                of.clicks() ? CLICK : "conversion",
                of.seen(),
                of.share(),
                of.logEnd().toString());
    }

    private static AttributionRow.DedupeRow dedupe(DedupeEffect effect) {
        return new AttributionRow.DedupeRow(
                effect.rule().words(),
                effect.clicks() + effect.conversions(),
                effect.clicks(),
                effect.conversions(),
                Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, effect.value())));
    }
}
