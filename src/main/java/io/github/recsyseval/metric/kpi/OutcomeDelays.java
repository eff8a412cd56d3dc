package io.github.recsyseval.metric.kpi;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.RequestMetric.Better;
import io.github.recsyseval.metric.RequestScorer;
import io.github.recsyseval.stat.RatioKind;
import java.util.List;

/**
 * How late the outcomes that count come after their exposure: on a logarithmic scale, since a few take days and most seconds, and in whole
 * quarters of an octave of minutes, since there are few different ones then.
 */
public final class OutcomeDelays {
    /** Of clicks, summed. */
    public static final RequestMetric CLICKS = metric("click");

    /** Of conversions, summed. */
    public static final RequestMetric CONVERSIONS = metric("conversion");

    private static final double MICROS_A_MINUTE = 60e6;
    private static final double CLASSES_AN_OCTAVE = 4;

    private OutcomeDelays() {}

    private static RequestMetric metric(String type) {
        return new RequestMetric(
                type + "_delay_per_exposure",
                "sum of floor(4 log2(1 + minutes from the exposure)) over " + type + " outcomes that count / exposures",
                RatioKind.MEAN,
                Better.LOWER);
    }

    public static MetricGroup group() {
        RequestScorer scorer = (request, out, at) -> {
            out[at] = 0;
            out[at + 1] = 0;
            for (int row = request.firstOutcome(); request.hasCountedOutcomes() && row < request.endOutcome(); row++) {
                OutcomeIndex outcomes = request.outcomes();
                if (outcomes.outcomeClass(row).counts()) {
                    out[at + (outcomes.isClick(row) ? 0 : 1)] += delay(request, row);
                }
            }
        };
        return new MetricGroup(List.of(CLICKS, CONVERSIONS), () -> scorer, true);
    }

    private static double delay(JoinedRequest request, int row) {
        double micros = Math.max(0, request.outcomes().time(row) - request.timestamp());
        return Math.floor(CLASSES_AN_OCTAVE * Math.log(1 + micros / MICROS_A_MINUTE) / Math.log(2));
    }
}
