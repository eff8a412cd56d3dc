package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.stat.RatioMoments;
import java.util.List;

/**
 * The sums of one arm, in all or in a slice, with the places of the metrics.
 *
 * @param metrics of the run, in the order in which they were summed
 */
record ArmSums(SliceSums sums, List<RequestMetric> metrics) {
    private static final long FEW_USERS = 50;
    private static final double FEW_EVENTS = 10;

    RatioMoments of(RequestRates rate) {
        return sums.moments(metrics.indexOf(rate.metric()));
    }

    long users() {
        return sums.users();
    }

    /** Whether there are so few users or events that intervals are rough. Revenue comes by conversions. */
    boolean hasFew(RequestRates rate) {
        RequestRates events = rate == RequestRates.REVENUE_PER_EXPOSURE ? RequestRates.CONVERSION_RATE : rate;
        return users() < FEW_USERS || of(events).numerator() < FEW_EVENTS;
    }
}
