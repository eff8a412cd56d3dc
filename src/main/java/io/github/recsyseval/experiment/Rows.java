package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.IntervalOrReason;
import io.github.recsyseval.stat.RatioKind;
import org.jspecify.annotations.Nullable;

/** Statistics as rows of a report: nothing infinite, nothing that is no number. */
final class Rows {
    private Rows() {}

    static IntervalRow interval(Interval interval) {
        return new IntervalRow(finite(interval.lower()), finite(interval.upper()), interval.level(), interval.method());
    }

    static @Nullable IntervalRow interval(IntervalOrReason interval) {
        return interval.interval().map(Rows::interval).orElse(null);
    }

    static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    static String unit(RequestMetric metric) {
        return metric.kind() == RatioKind.MEAN
                ? "value"
                : metric.kind() == RatioKind.PROPORTION ? "share" : "per_exposure";
    }
}
