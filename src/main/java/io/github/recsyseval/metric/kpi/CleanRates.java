package io.github.recsyseval.metric.kpi;

import static io.github.recsyseval.metric.RequestMetric.Better.HIGHER;
import static io.github.recsyseval.metric.RequestMetric.Better.LOWER;

import io.github.recsyseval.join.CleanOutcomes;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.RequestScorer;
import io.github.recsyseval.stat.RatioKind;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The KPIs of {@link RequestRates} over {@link CleanOutcomes} alone, to see whether an effect rests on the others. */
public enum CleanRates {
    CTR(RequestRates.CTR, RatioKind.EVENT_RATE, CleanOutcomes::clicks),
    CLICK_RATE(RequestRates.CLICK_RATE, RatioKind.PROPORTION, clean -> clean.clicks() > 0 ? 1 : 0),
    CONVERSION_RATE(RequestRates.CONVERSION_RATE, RatioKind.EVENT_RATE, CleanOutcomes::conversions),
    REVENUE_PER_EXPOSURE(RequestRates.REVENUE_PER_EXPOSURE, RatioKind.MEAN, CleanOutcomes::value);

    /** Outcomes that count although something is odd about them, per exposure. */
    public static final RequestMetric ODD = new RequestMetric(
            "odd_outcomes_per_exposure",
            "outcomes on items not shown, before the exposure or repeating another one / exposures",
            RatioKind.EVENT_RATE,
            LOWER);

    private final RequestRates of;
    private final RequestMetric metric;
    private final ToDoubleFunction<CleanOutcomes> numerator;

    CleanRates(RequestRates of, RatioKind kind, ToDoubleFunction<CleanOutcomes> numerator) {
        this.of = of;
        this.numerator = numerator;
        metric = new RequestMetric(
                of.metric().name() + "_clean",
                of.metric().definition()
                        + "; outcomes on shown items, not before the exposure, none that repeats another",
                kind,
                HIGHER);
    }

    public RequestMetric metric() {
        return metric;
    }

    /** The clean form of a KPI. */
    public static CleanRates of(RequestRates kpi) {
        return Arrays.stream(values())
                .filter(rate -> rate.of == kpi)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kpi + " does not count outcomes"));
    }

    /** All of them, and {@link #ODD} last. */
    public static MetricGroup group() {
        CleanRates[] all = values();
        RequestMetric[] metrics =
                Arrays.copyOf(Arrays.stream(all).map(CleanRates::metric).toArray(RequestMetric[]::new), all.length + 1);
        metrics[all.length] = ODD;
        return new MetricGroup(Arrays.asList(metrics), () -> scorer(all), true);
    }

    private static RequestScorer scorer(CleanRates[] all) {
        CleanOutcomes clean = new CleanOutcomes();
        return (request, out, at) -> {
            clean.count(request);
            for (int i = 0; i < all.length; i++) {
                out[at + i] = all[i].numerator.applyAsDouble(clean);
            }
            out[at + all.length] = clean.odd();
        };
    }
}
