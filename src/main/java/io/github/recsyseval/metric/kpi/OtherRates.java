package io.github.recsyseval.metric.kpi;

import static io.github.recsyseval.metric.RequestMetric.Better.HIGHER;
import static io.github.recsyseval.metric.RequestMetric.Better.LOWER;

import io.github.recsyseval.join.AnyTimeOutcomes;
import io.github.recsyseval.join.CleanOutcomes;
import io.github.recsyseval.join.OtherOutcomes;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.RequestScorer;
import io.github.recsyseval.stat.RatioKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The KPIs of {@link RequestRates} over other outcomes than those that count, to see whether an effect rests on which do. */
public enum OtherRates {
    /** Over {@link CleanOutcomes}; apart are those that something is odd about. */
    CLEAN(
            "clean",
            "outcomes on shown items, not before the exposure, none that repeats another",
            "odd_outcomes_per_exposure",
            "outcomes on items not shown, before the exposure or repeating another one / exposures",
            CleanOutcomes::new),
    /** Over {@link AnyTimeOutcomes}; apart are those after the attribution window. */
    ANY_TIME(
            "any_time",
            "outcomes after the attribution window count, too",
            "outcomes_after_window_per_exposure",
            "outcomes after the attribution window / exposures",
            AnyTimeOutcomes::new);

    private final List<RequestMetric> kpis;
    private final RequestMetric apart;
    private final Supplier<OtherOutcomes> outcomes;

    OtherRates(
            String suffix, String which, String apartName, String apartDefinition, Supplier<OtherOutcomes> outcomes) {
        kpis = RequestRates.KPIS.stream()
                .map(RequestRates::metric)
                .map(kpi -> new RequestMetric(
                        kpi.name() + "_" + suffix, kpi.definition() + "; " + which, kpi.kind(), HIGHER))
                .toList();
        apart = new RequestMetric(apartName, apartDefinition, RatioKind.EVENT_RATE, LOWER);
        this.outcomes = outcomes;
    }

    /** A KPI over these outcomes. */
    public RequestMetric of(RequestRates kpi) {
        return kpis.get(RequestRates.KPIS.indexOf(kpi));
    }

    /** Outcomes that count for the KPIs or here, and not for both, per exposure. */
    public RequestMetric apart() {
        return apart;
    }

    /** The KPIs in the order of {@link RequestRates#KPIS}, and {@link #apart} last. */
    public MetricGroup group() {
        List<RequestMetric> all = new ArrayList<>(kpis);
        all.add(apart);
        return new MetricGroup(all, this::scorer, true);
    }

    private RequestScorer scorer() {
        OtherOutcomes other = outcomes.get();
        return (request, out, at) -> {
            other.count(request);
            for (int i = 0; i < kpis.size(); i++) {
                out[at + i] = numerator(RequestRates.KPIS.get(i), other);
            }
            out[at + kpis.size()] = other.apart();
        };
    }

    private static double numerator(RequestRates kpi, OtherOutcomes of) {
        return switch (kpi) {
            case CTR -> of.clicks();
            case CLICK_RATE -> of.clicks() > 0 ? 1 : 0;
            case CONVERSION_RATE -> of.conversions();
            case REVENUE_PER_EXPOSURE -> of.value();
            default -> throw new IllegalArgumentException(kpi + " does not count outcomes");
        };
    }
}
