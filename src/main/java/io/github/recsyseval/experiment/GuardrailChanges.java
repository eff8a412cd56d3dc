package io.github.recsyseval.experiment;

import io.github.recsyseval.experiment.GuardrailFigures.Figure;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.IntervalOrReason;
import io.github.recsyseval.stat.MoverInterval;
import io.github.recsyseval.stat.StudentT;
import org.jspecify.annotations.Nullable;

/**
 * How much worse the candidate is than the control, in the direction of a rule, with one-sided bounds: by the contrast of the arms where
 * both have plain intervals, else from the intervals of the arms themselves.
 */
final class GuardrailChanges {
    private final ArmSums control;
    private final ArmSums candidate;
    private final Horizon horizon;
    private final double alpha;

    /** A change for the worse with its bounds. */
    record Change(
            double value,
            double lower,
            double upper,
            @Nullable Double pValue) {}

    GuardrailChanges(ArmSums control, ArmSums candidate, Horizon horizon, double alpha) {
        this.control = control;
        this.candidate = candidate;
        this.horizon = horizon;
        this.alpha = alpha;
    }

    /** What a rule looks at; null where the rule is about a lift and there is none over the control. */
    @Nullable Change of(GuardrailRule rule, Figure ofControl, Figure ofCandidate) {
        return rule.rule().comparesWithControl ? change(rule, ofControl, ofCandidate) : value(rule, ofCandidate);
    }

    private static Change value(GuardrailRule rule, Figure of) {
        int sign = rule.rule().sign;
        Interval bounds = of.bounds().interval().orElse(new Interval(of.value(), of.value(), SliceSums.LEVEL, "none"));
        return oriented(sign, of.value(), bounds, null);
    }

    private @Nullable Change change(GuardrailRule rule, Figure ofControl, Figure ofCandidate) {
        RequestRates rate = rule.rate();
        boolean plain = isPlain(ofControl.bounds()) && isPlain(ofCandidate.bounds());
        Contrast contrast =
                plain && rate != null ? Contrast.between(control.of(rate), candidate.of(rate), horizon) : null;
        return rule.rule().relative
                ? relative(rule, ofControl, ofCandidate, contrast)
                : absolute(rule, ofControl, ofCandidate, contrast);
    }

    /** @param contrast null where the change comes from the arms' own intervals */
    private @Nullable Change relative(
            GuardrailRule rule, Figure ofControl, Figure ofCandidate, @Nullable Contrast contrast) {
        if (!(ofControl.value() > 0)) {
            return null;
        }
        IntervalOrReason interval = ofControl.bounds();
        if (contrast != null) {
            interval = contrast.liftInterval(1 - 2 * alpha);
        } else if (ofControl.bounds() instanceof Interval c && ofCandidate.bounds() instanceof Interval t) {
            interval = MoverInterval.ofRelativeDifference(ofControl.value(), c, ofCandidate.value(), t);
        }
        double lift = ofCandidate.value() / ofControl.value() - 1;
        return interval instanceof Interval found ? oriented(rule.rule().sign, lift, found, null) : null;
    }

    /** @param contrast null where the change comes from the arms' own intervals */
    private @Nullable Change absolute(
            GuardrailRule rule, Figure ofControl, Figure ofCandidate, @Nullable Contrast contrast) {
        int sign = rule.rule().sign;
        if (contrast != null) {
            return oriented(sign, contrast.difference(), contrast.interval(1 - 2 * alpha), pValue(rule, contrast));
        }
        if (ofControl.bounds() instanceof Interval c && ofCandidate.bounds() instanceof Interval t) {
            Interval interval = MoverInterval.ofDifference(ofControl.value(), c, ofCandidate.value(), t);
            return oriented(sign, ofCandidate.value() - ofControl.value(), interval, null);
        }
        return null;
    }

    /** Of "the change is at least the limit"; null where intervals hold at every look, for which there is none. */
    private @Nullable Double pValue(GuardrailRule rule, Contrast contrast) {
        if (!(horizon instanceof Horizon.FixedEnd)) {
            return null;
        }
        double room = rule.limit() - rule.rule().sign * contrast.difference();
        return StudentT.oneSided(room / contrast.standardError(), contrast.degreesOfFreedom())
                .value();
    }

    private static boolean isPlain(IntervalOrReason bounds) {
        return bounds instanceof Interval interval && interval.method().startsWith("delta_by_user");
    }

    private static Change oriented(int sign, double value, Interval interval, @Nullable Double pValue) {
        return sign > 0
                ? new Change(value, interval.lower(), interval.upper(), pValue)
                : new Change(-value, -interval.upper(), -interval.lower(), pValue);
    }
}
