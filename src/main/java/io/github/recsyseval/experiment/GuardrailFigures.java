package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.IntervalOrReason;
import io.github.recsyseval.stat.NoInterval;
import io.github.recsyseval.stat.RatioInterval;
import io.github.recsyseval.stat.RatioMoments;
import io.github.recsyseval.stat.StudentT;

/** The figures that guardrails are on, with bounds that hold one-sided at alpha, at every look where the plan has several. */
final class GuardrailFigures {
    private final Horizon horizon;
    private final double alpha;
    private final long users;

    /** One arm's figure with an interval whose ends are one-sided bounds. */
    record Figure(double value, IntervalOrReason bounds, String unit) {}

    /** @param users in both arms */
    GuardrailFigures(Horizon horizon, double alpha, long users) {
        this.horizon = horizon;
        this.alpha = alpha;
        this.users = users;
    }

    /** Of an arm; NaN, with the reason for its bounds, where nothing is logged. */
    Figure of(GuardrailRule rule, ArmSums arm) {
        RequestRates rate = rule.rate();
        if (rate != null) {
            RatioMoments moments = arm.of(rate);
            IntervalOrReason bounds = RatioInterval.of(moments, rate.metric().kind(), 1 - 2 * alpha);
            return new Figure(
                    moments.ratio(), widened(moments.ratio(), bounds, 1 - 2 * alpha, arm), Rows.unit(rate.metric()));
        }
        for (SliceSums.LatencyQuantile quantile : arm.sums().latencyQuantiles()) {
            if (GuardrailRule.latencyName(quantile.q()).equals(rule.metric())) {
                return new Figure(
                        quantile.value(),
                        widened(quantile.value(), quantile.bounds(), SliceSums.BOUNDS_LEVEL, arm),
                        "ms");
            }
        }
        return new Figure(Double.NaN, new NoInterval("no latency is logged"), "ms");
    }

    /** An interval of the level {@code from}, stretched to the level wanted and to the horizon. */
    private IntervalOrReason widened(double value, IntervalOrReason interval, double from, ArmSums arm) {
        if (!(interval instanceof Interval found)) {
            return interval;
        }
        double df = Math.max(1, arm.clusters() - 1.0);
        double factor = horizon.criticalValue(1 - 2 * alpha, df, users) / StudentT.criticalValue(from, df);
        return new Interval(
                value - factor * (value - found.lower()),
                value + factor * (found.upper() - value),
                1 - 2 * alpha,
                found.method());
    }
}
