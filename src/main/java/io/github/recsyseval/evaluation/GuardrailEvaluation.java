package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.GuardrailSection;
import io.github.recsyseval.report.LimitRow;
import io.github.recsyseval.report.MetricRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Empty lists, errors and latency, and whether they stay within the user's limits. */
final class GuardrailEvaluation {
    private static final String ERROR_NOT_LOGGED =
            "no exposure logs error; log it as true or false with every exposure, or drop the limit";
    private static final String NO_LATENCY =
            "no exposure logs latency_ms; log it with every exposure, or drop the limit";
    private static final String NO_EXPOSURE = "there is no exposure";

    private final JoinRun run;
    private final Rates rates;
    private final SpoiledFigures spoiled;

    GuardrailEvaluation(JoinRun run, Rates rates, SpoiledFigures spoiled) {
        this.run = run;
        this.rates = rates;
        this.spoiled = spoiled;
    }

    GuardrailSection section(boolean trusted, SliceSums total, Cuts cuts, GuardrailLimits limits) {
        List<MetricRow> metrics = rows(total);
        List<MetricRow> known = metrics.stream().map(this::known).toList();
        return new GuardrailSection(
                trusted,
                metrics,
                Limits.withIntervals(limits(limits, known), known),
                errorLogged(),
                emptyByError(total),
                LatencyBins.of(total.latencyValues()),
                cuts.segments().rows(this::rows),
                cuts.days().rows(this::rows),
                cuts.variants().rows(this::rows));
    }

    List<MetricRow> rows(SliceSums sums) {
        List<MetricRow> rows = new ArrayList<>(rates.rows(RequestRates.GUARDRAILS, sums));
        SliceSums.LATENCY_QUANTILES.forEach(q -> rows.add(rates.latency(q, sums)));
        return rows;
    }

    /** @param metrics those that cannot be relied on without their value */
    private List<LimitRow> limits(GuardrailLimits set, List<MetricRow> metrics) {
        List<LimitRow> rows = new ArrayList<>();
        boolean none = run.tally().evaluated() == 0;
        if (set.maxEmptyRate() != null) {
            Double value = value("empty_rate", metrics);
            String fix =
                    value == null ? NO_EXPOSURE : "the table of empty lists by error shows how many come from failures";
            rows.add(Limits.atMost("empty_rate", value, set.maxEmptyRate(), LimitOrigin.USER, fix));
        }
        if (set.maxErrorRate() != null) {
            Double value = value("error_rate", metrics);
            String unknown = none ? NO_EXPOSURE : ERROR_NOT_LOGGED;
            String fix = value == null ? unknown : "slices and days show where and since when requests fail";
            rows.add(Limits.atMost("error_rate", value, set.maxErrorRate(), LimitOrigin.USER, fix));
        }
        latency("latency_p95_ms", set.maxLatencyP95Ms(), metrics, rows);
        latency("latency_p99_ms", set.maxLatencyP99Ms(), metrics, rows);
        rows.addAll(new IncreaseLimits(set.baseline(), metrics).rows(set.increases()));
        return rows;
    }

    /** Silence is not success: where nobody logs error, the rate of 0 means nothing. Nor is what is logged wrongly. */
    private MetricRow known(MetricRow row) {
        return row.name().equals("error_rate") && run.tally().errorLogged() == 0
                ? row.without("no exposure logs error")
                : spoiled.known(row);
    }

    private void latency(String name, @Nullable Double limit, List<MetricRow> metrics, List<LimitRow> rows) {
        if (limit != null) {
            Double value = value(name, metrics);
            String unlogged = run.tally().evaluated() == 0 ? NO_EXPOSURE : NO_LATENCY;
            String unknown = spoiled.byUnit().getOrDefault("ms", unlogged);
            String fix = value == null ? unknown : "slices and days show where and since when it is slow";
            rows.add(Limits.atMostMs(name, value, limit, fix));
        }
    }

    private static @Nullable Double value(String name, List<MetricRow> metrics) {
        for (MetricRow row : metrics) {
            if (row.name().equals(name)) {
                return row.value();
            }
        }
        return null;
    }

    private GuardrailSection.ShareRow errorLogged() {
        long n = run.tally().errorLogged();
        long of = run.tally().evaluated();
        return new GuardrailSection.ShareRow(n, of, rate(n, of));
    }

    private List<GuardrailSection.EmptyRow> emptyByError(SliceSums total) {
        long failed = rates.events(RequestRates.ERROR_RATE, total);
        long silent = total.requests() - run.tally().errorLogged();
        long empty = rates.events(RequestRates.EMPTY_RATE, total);
        long emptyFailed = rates.events(RequestRates.EMPTY_AND_ERROR, total);
        long emptySilent = rates.events(RequestRates.EMPTY_WITHOUT_WORD, total);
        return List.of(
                row("true", failed, emptyFailed),
                row("false", total.requests() - failed - silent, empty - emptyFailed - emptySilent),
                row("not_logged", silent, emptySilent));
    }

    private static GuardrailSection.EmptyRow row(String error, long exposures, long empty) {
        return new GuardrailSection.EmptyRow(error, exposures, empty, rate(empty, exposures));
    }

    private static @Nullable Double rate(long n, long of) {
        return of == 0 ? null : (double) n / of;
    }
}
