package io.github.recsyseval.evaluation;

import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.stat.RatioMoments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the figures of a plan's metrics from the sums of a slice. */
final class Rates {
    private final List<RequestMetric> metrics;
    private final Figures figures;

    /** @param metrics in the order in which they were summed */
    Rates(List<RequestMetric> metrics, Figures figures) {
        this.metrics = metrics;
        this.figures = figures;
    }

    MetricRow row(RequestMetric metric, SliceSums sums) {
        return figures.ratio(metric, sums.moments(metrics.indexOf(metric)));
    }

    List<MetricRow> rows(List<RequestRates> rates, SliceSums sums) {
        return of(rates.stream().map(RequestRates::metric).toList(), sums);
    }

    List<MetricRow> of(List<RequestMetric> some, SliceSums sums) {
        return some.stream().map(metric -> row(metric, sums)).toList();
    }

    /** The interval of events per slot; null where there is none. */
    @Nullable IntervalRow interval(RatioMoments moments) {
        return figures.interval(moments);
    }

    MetricRow latency(double q, SliceSums sums) {
        return figures.latency(sums, q);
    }

    /** Of the requests of a slice, how many have the property that a rate counts. */
    long events(RequestRates rate, SliceSums sums) {
        return (long) sums.moments(metrics.indexOf(rate.metric())).numerator();
    }
}
