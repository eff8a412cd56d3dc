package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.stat.RatioMoments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sums of one arm, in all or in a slice, with the places of the metrics.
 *
 * @param metrics of the run, in the order in which they were summed
 */
record ArmSums(SliceSums sums, List<RequestMetric> metrics) {
    private static final long FEW_USERS = 50;
    private static final double FEW_EVENTS = 10;

    RatioMoments of(RequestRates rate) {
        return of(rate.metric());
    }

    RatioMoments of(RequestMetric metric) {
        return sums.moments(metrics.indexOf(metric));
    }

    long users() {
        return sums.users();
    }

    /** What counts as one when variances are estimated: users, or groups of them. Every rate counts every exposure, so all have the same. */
    long clusters() {
        return of(RequestRates.CTR).clusters();
    }

    /**
     * Whether an arm has so few users, or would have so few events if the two were alike, that intervals are rough; null if not. What counts is the expected number: an arm without any event beside one with hundreds tells a lot. Revenue comes by
     * conversions.
     */
    static @Nullable TooFew few(ArmSums control, ArmSums candidate, RequestRates rate) {
        RequestRates events = rate == RequestRates.REVENUE_PER_EXPOSURE ? RequestRates.CONVERSION_RATE : rate;
        RatioMoments here = control.of(events);
        RatioMoments there = candidate.of(events);
        double smaller = Math.min(here.denominator(), there.denominator());
        double expected = (here.numerator() + there.numerator()) * smaller / (here.denominator() + there.denominator());
        long users = Math.min(control.users(), candidate.users());
        if (users < FEW_USERS) {
            return new TooFew(
                    "an arm has " + Amounts.users(users) + ", and fewer than " + FEW_USERS + " prove nothing",
                    (double) FEW_USERS / users);
        }
        return expected >= FEW_EVENTS
                ? null
                : new TooFew(
                        "with both arms alike one would have about " + Amounts.digits(expected) + " "
                                + (events == RequestRates.CONVERSION_RATE ? "conversions" : "clicks")
                                + ", and fewer than " + Amounts.digits(FEW_EVENTS) + " prove nothing",
                        FEW_EVENTS / expected);
    }
}
