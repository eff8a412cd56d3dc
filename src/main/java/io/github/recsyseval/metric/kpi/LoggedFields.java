package io.github.recsyseval.metric.kpi;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.RequestMetric.Better;
import io.github.recsyseval.metric.RequestScorer;
import io.github.recsyseval.stat.RatioKind;
import java.util.Arrays;
import java.util.function.Predicate;

/** How many exposures log a field that guardrails are computed from. */
public enum LoggedFields {
    ERROR("error", JoinedRequest::logsError),
    LATENCY("latency_ms", request -> !Double.isNaN(request.latencyMs()));

    private final String field;
    private final RequestMetric metric;
    private final Predicate<JoinedRequest> logged;

    LoggedFields(String field, Predicate<JoinedRequest> logged) {
        this.field = field;
        this.logged = logged;
        metric = new RequestMetric(
                field + "_logged", "exposures that log " + field + " / exposures", RatioKind.PROPORTION, Better.HIGHER);
    }

    /** The name of the field. */
    public String field() {
        return field;
    }

    public RequestMetric metric() {
        return metric;
    }

    /** All of them. */
    public static MetricGroup group() {
        LoggedFields[] all = values();
        RequestScorer scorer = (request, out, at) -> {
            for (int i = 0; i < all.length; i++) {
                out[at + i] = all[i].logged.test(request) ? 1 : 0;
            }
        };
        return new MetricGroup(Arrays.stream(all).map(LoggedFields::metric).toList(), () -> scorer, true);
    }
}
