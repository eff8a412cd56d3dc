package io.github.recsyseval.metric.kpi;

import static io.github.recsyseval.metric.RequestMetric.Better.HIGHER;
import static io.github.recsyseval.metric.RequestMetric.Better.LOWER;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.RequestScorer;
import io.github.recsyseval.stat.RatioKind;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The figures that are counted straight from the joined request. Exposures are distinct exposures throughout. */
public enum RequestRates {
    EXPOSURE_JOIN_RATE(
            "exposure_join_rate",
            "exposures with at least one outcome of the same request_id / exposures",
            RatioKind.PROPORTION,
            HIGHER,
            request -> request.matchedOutcomes() > 0 ? 1 : 0),
    CTR(
            "ctr",
            "click outcomes / exposures (can exceed 1); clicks before the exposure or on items not shown count, late and dropped ones do not",
            RatioKind.EVENT_RATE,
            HIGHER,
            JoinedRequest::clicks),
    CLICK_RATE(
            "click_rate",
            "exposures with at least one click / exposures",
            RatioKind.PROPORTION,
            HIGHER,
            request -> request.clicks() > 0 ? 1 : 0),
    CONVERSION_RATE(
            "conversion_rate",
            "conversion outcomes / exposures (can exceed 1); the same classes count as for clicks",
            RatioKind.EVENT_RATE,
            HIGHER,
            JoinedRequest::conversions),
    REVENUE_PER_EXPOSURE(
            "revenue_per_exposure",
            "sum of value over conversion outcomes / exposures",
            RatioKind.MEAN,
            HIGHER,
            JoinedRequest::value),
    EMPTY_RATE(
            "empty_rate",
            "exposures with an empty list / exposures",
            RatioKind.PROPORTION,
            LOWER,
            request -> request.listedItems() == 0 ? 1 : 0),
    ERROR_RATE(
            "error_rate",
            "exposures with error: true / exposures",
            RatioKind.PROPORTION,
            LOWER,
            request -> request.isError() ? 1 : 0),
    EMPTY_AND_ERROR(
            "empty_and_error_rate",
            "exposures with an empty list and error: true / exposures",
            RatioKind.PROPORTION,
            LOWER,
            request -> request.listedItems() == 0 && request.isError() ? 1 : 0),
    EMPTY_WITHOUT_WORD(
            "empty_without_error_field_rate",
            "exposures with an empty list that do not log error / exposures",
            RatioKind.PROPORTION,
            LOWER,
            request -> request.listedItems() == 0 && !request.logsError() ? 1 : 0);

    /** The business figures. */
    public static final List<RequestRates> KPIS = List.of(CTR, CLICK_RATE, CONVERSION_RATE, REVENUE_PER_EXPOSURE);

    /** The failure rates. */
    public static final List<RequestRates> GUARDRAILS = List.of(EMPTY_RATE, ERROR_RATE);

    private final RequestMetric metric;
    private final ToDoubleFunction<JoinedRequest> numerator;

    RequestRates(
            String name,
            String definition,
            RatioKind kind,
            RequestMetric.Better better,
            ToDoubleFunction<JoinedRequest> numerator) {
        this.metric = new RequestMetric(name, definition, kind, better);
        this.numerator = numerator;
    }

    public RequestMetric metric() {
        return metric;
    }

    /** A group of some of these figures. */
    public static MetricGroup group(List<RequestRates> rates) {
        RequestRates[] all = rates.toArray(new RequestRates[0]);
        RequestScorer scorer = (request, out, at) -> {
            for (int i = 0; i < all.length; i++) {
                out[at + i] = all[i].numerator.applyAsDouble(request);
            }
        };
        return new MetricGroup(rates.stream().map(RequestRates::metric).toList(), () -> scorer, true);
    }
}
