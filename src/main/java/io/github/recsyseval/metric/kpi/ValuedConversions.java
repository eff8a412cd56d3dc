package io.github.recsyseval.metric.kpi;

import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.RequestMetric.Better;
import io.github.recsyseval.metric.RequestScorer;
import io.github.recsyseval.stat.RatioKind;
import java.util.List;

/** How many conversions say what they are worth, which revenue is computed from. */
public final class ValuedConversions {
    public static final RequestMetric METRIC = new RequestMetric(
            "valued_conversions_per_exposure",
            "conversion outcomes that count and have a value / exposures",
            RatioKind.EVENT_RATE,
            Better.HIGHER);

    private ValuedConversions() {}

    public static MetricGroup group() {
        RequestScorer scorer = (request, out, at) -> out[at] = request.valuedConversions();
        return new MetricGroup(List.of(METRIC), () -> scorer, true);
    }
}
