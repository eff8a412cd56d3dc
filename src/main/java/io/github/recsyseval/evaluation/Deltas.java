package io.github.recsyseval.evaluation;

import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.report.DeltaRow;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.stat.Estimate;
import io.github.recsyseval.stat.FiellerInterval;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.IntervalOrReason;
import io.github.recsyseval.stat.MoverInterval;
import io.github.recsyseval.stat.StudentT;
import io.github.recsyseval.stat.WelchTest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Differences between this run and an earlier report. All that is known of the earlier run is its figures, so the two are taken as
 * independent: Welch's test on standard errors by user, and Fieller's interval for the relative difference. Where both saw the same
 * users that is cautious: the interval is wider than a paired one. Figures that have an interval and no standard error (quantiles of
 * latency) are compared by their intervals, without a p-value.
 */
public final class Deltas {
    private static final double LEVEL = SliceSums.LEVEL;

    private Deltas() {}

    /** How a figure compares with the earlier one; null where the earlier report does not have it. */
    public static DeltaRow unpaired(MetricRow after, @Nullable MetricRow before) {
        if (after.value() == null) {
            return without(after, before, String.valueOf(after.reason()));
        }
        if (before == null || before.value() == null) {
            return without(
                    after, before, before == null ? "the baseline does not have it" : "the baseline has no value");
        }
        Optional<Estimate> treatment = estimate(after.value(), standardError(after), after.users());
        Optional<Estimate> control = estimate(before.value(), standardError(before), before.users());
        if (treatment.isEmpty() || control.isEmpty()) {
            Optional<Interval> ofDifference = ofIntervals(after, before, MoverInterval::ofDifference);
            Optional<Interval> ofRatio = ofIntervals(after, before, MoverInterval::ofRelativeDifference);
            String why = after.reason() != null ? after.reason() : noInterval(after, treatment.isEmpty());
            return row(
                    after,
                    before.value(),
                    ofDifference.map(Figures::row).orElse(null),
                    ofRatio.map(Figures::row).orElse(null),
                    null,
                    ofDifference.isPresent() ? null : why);
        }
        if (!WelchTest.isPossible(control.get(), treatment.get())) {
            return row(after, before.value(), null, null, null, "no variation between users");
        }
        WelchTest test = WelchTest.between(control.get(), treatment.get());
        return row(
                after,
                before.value(),
                Figures.row(test.interval(LEVEL)),
                Figures.row(FiellerInterval.of(control.get(), treatment.get(), LEVEL)),
                test.pValue().value(),
                null);
    }

    private static String noInterval(MetricRow after, boolean inThisRun) {
        return after.interval() != null && after.standardError() == null
                ? "not both sides have an interval with two ends"
                : "no standard error in " + (inThisRun ? "this run" : "the baseline");
    }

    /** How the interval of a change follows from those of both figures. */
    private interface OfIntervals {
        IntervalOrReason of(double before, Interval ofBefore, double after, Interval ofAfter);
    }

    /** From the intervals of both figures, where these are all that is known of their spread, as for quantiles. */
    private static Optional<Interval> ofIntervals(MetricRow after, MetricRow before, OfIntervals change) {
        Optional<Interval> treatment = bounded(after.interval());
        Optional<Interval> control = bounded(before.interval());
        Double now = after.value();
        Double then = before.value();
        return treatment.isPresent() && control.isPresent() && now != null && then != null
                ? change.of(then, control.get(), now, treatment.get()).interval()
                : Optional.empty();
    }

    private static Optional<Interval> bounded(@Nullable IntervalRow interval) {
        if (interval == null || interval.lower() == null || interval.upper() == null || interval.level() != LEVEL) {
            return Optional.empty();
        }
        return interval.lower() <= interval.upper()
                ? Optional.of(new Interval(interval.lower(), interval.upper(), interval.level(), interval.method()))
                : Optional.empty();
    }

    private static Optional<Estimate> estimate(double value, @Nullable Double standardError, @Nullable Long users) {
        return standardError == null || users == null || users < 2
                ? Optional.empty()
                : Optional.of(new Estimate(value, standardError * standardError, users));
    }

    /** As stored, or read back from an interval of the delta method, whose wider half is never cut. */
    private static @Nullable Double standardError(MetricRow figure) {
        IntervalRow interval = figure.interval();
        if (figure.standardError() != null || interval == null) {
            return figure.standardError();
        }
        Double value = figure.value();
        Double lower = interval.lower();
        Double upper = interval.upper();
        Long users = figure.users();
        if (value == null || lower == null || upper == null || users == null || users < 2) {
            return null;
        }
        if (!interval.method().equals("delta_by_user")) {
            return null;
        }
        return Math.max(upper - value, value - lower) / StudentT.criticalValue(interval.level(), users - 1.0);
    }

    private static DeltaRow row(
            MetricRow after,
            double before,
            @Nullable IntervalRow interval,
            @Nullable IntervalRow relativeInterval,
            @Nullable Double pValue,
            @Nullable String reason) {
        double value = after.value() == null ? Double.NaN : after.value();
        String better = better(after);
        return new DeltaRow(
                after.name(),
                after.unit(),
                value,
                before,
                value - before,
                before > 0 ? (Double) ((value - before) / before) : null,
                interval,
                relativeInterval,
                pValue,
                better,
                verdict(interval, better),
                after.n(),
                null,
                null,
                null,
                reason);
    }

    private static DeltaRow without(MetricRow after, @Nullable MetricRow before, String reason) {
        return new DeltaRow(
                after.name(),
                after.unit(),
                after.value(),
                before == null ? null : before.value(),
                null,
                null,
                null,
                null,
                null,
                better(after),
                "unknown",
                after.n(),
                null,
                null,
                null,
                reason);
    }

    /** The good direction: of latencies, whose rows name none, it is down. */
    private static String better(MetricRow figure) {
        if (figure.better() != null) {
            return figure.better();
        }
        return figure.unit().equals("ms") ? "lower" : "higher";
    }

    /** What an interval of a difference says, given which direction is good. */
    static String verdict(@Nullable IntervalRow interval, String better) {
        if (interval == null) {
            return "unknown";
        }
        boolean rose = interval.lower() != null && interval.lower() > 0;
        boolean fell = interval.upper() != null && interval.upper() < 0;
        if (!rose && !fell) {
            return "inconclusive";
        }
        return rose == better.equals("higher") ? "better" : "worse";
    }
}
