package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.GuardrailTestRow;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.IntervalOrReason;
import io.github.recsyseval.stat.MoverInterval;
import io.github.recsyseval.stat.NoInterval;
import io.github.recsyseval.stat.RatioInterval;
import io.github.recsyseval.stat.RatioMoments;
import io.github.recsyseval.stat.StudentT;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tests guardrails one-sided at alpha, each for itself: all have to hold, so none needs a correction (intersection-union test, Berger
 * 1982). A change holds when its upper bound is within the limit, is broken when its lower bound is beyond, and is undecided in
 * between. A limit on the value itself holds when the value is within, as in every report, and is broken when the lower bound is beyond.
 */
final class GuardrailTests {
    private final ArmSums control;
    private final ArmSums candidate;
    private final Horizon horizon;
    private final double alpha;
    private final boolean errorLogged;
    private final ExperimentAnalysis.Trust trust;

    /** One arm's figure with an interval whose ends are one-sided bounds. */
    private record Figure(double value, IntervalOrReason bounds, String unit) {}

    /** A change for the worse with its bounds. */
    private record Change(
            double value,
            double lower,
            double upper,
            @Nullable Double pValue) {}

    /**
     * Tests of one arm.
     *
     * @param errorLogged whether any exposure says if its request failed
     */
    GuardrailTests(
            ArmSums control,
            ArmSums candidate,
            Horizon horizon,
            double alpha,
            boolean errorLogged,
            ExperimentAnalysis.Trust trust) {
        this.control = control;
        this.candidate = candidate;
        this.horizon = horizon;
        this.alpha = alpha;
        this.errorLogged = errorLogged;
        this.trust = trust;
    }

    /** The rules of the user, then the default ones for metrics that the user has no rule for. */
    List<GuardrailTestRow> rows(ExperimentPlan plan) {
        List<String> covered =
                plan.guardrails().stream().map(GuardrailRule::metric).toList();
        Stream<GuardrailRule> defaults = GuardrailRule.DEFAULTS.stream()
                .filter(rule -> plan.defaultGuardrails() && !covered.contains(rule.metric()));
        return Stream.concat(plan.guardrails().stream(), defaults)
                .map(this::row)
                .toList();
    }

    private GuardrailTestRow row(GuardrailRule rule) {
        Figure ofControl = figure(rule, control);
        Figure ofCandidate = figure(rule, candidate);
        String spoiled = trust.spoiled().get(ofCandidate.unit);
        if (spoiled != null) {
            return row(rule, ofControl, ofCandidate, null, "untrusted", spoiled);
        }
        String missing = missing(rule, ofControl, ofCandidate);
        if (missing != null) {
            return row(rule, ofControl, ofCandidate, null, "unknown", missing);
        }
        Change change =
                rule.rule().comparesWithControl ? change(rule, ofControl, ofCandidate) : value(rule, ofCandidate);
        if (change == null) {
            return row(rule, ofControl, ofCandidate, null, "unknown", "the control is 0 or cannot be told from it");
        }
        double limit = rule.rule().comparesWithControl ? rule.limit() : rule.rule().sign * rule.limit();
        boolean within = (rule.rule().comparesWithControl ? change.upper : change.value) <= limit;
        String verdict = within ? "holds" : change.lower > limit ? "broken" : "undecided";
        return row(rule, ofControl, ofCandidate, change, verdict, "");
    }

    private @Nullable String missing(GuardrailRule rule, Figure ofControl, Figure ofCandidate) {
        if (trust.noInference() != null) {
            return trust.noInference();
        }
        if (rule.rate() == null && (Double.isNaN(ofControl.value) || Double.isNaN(ofCandidate.value))) {
            return "an arm logs no latency_ms";
        }
        if (rule.rate() == RequestRates.ERROR_RATE && !errorLogged) {
            return "no exposure logs error";
        }
        if (!Double.isFinite(ofCandidate.value)
                || rule.rule().comparesWithControl && !Double.isFinite(ofControl.value)) {
            return "an arm has no exposures";
        }
        return ofCandidate
                .bounds
                .whyNot()
                .or(() -> rule.rule().comparesWithControl ? ofControl.bounds.whyNot() : Optional.empty())
                .filter(reason -> !exactlyAlike(rule, ofControl, ofCandidate))
                .orElse(null);
    }

    /** Arms in which nothing ever varies, as where no list is ever empty and too few users came, still have their values. */
    private static boolean exactlyAlike(GuardrailRule rule, Figure ofControl, Figure ofCandidate) {
        return !rule.rule().comparesWithControl || ofControl.value == ofCandidate.value && ofControl.value == 0;
    }

    private Figure figure(GuardrailRule rule, ArmSums arm) {
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
        double factor = horizon.criticalValue(1 - 2 * alpha, df, control.users() + candidate.users())
                / StudentT.criticalValue(from, df);
        return new Interval(
                value - factor * (value - found.lower()),
                value + factor * (found.upper() - value),
                1 - 2 * alpha,
                found.method());
    }

    private static Change value(GuardrailRule rule, Figure of) {
        int sign = rule.rule().sign;
        Interval bounds = of.bounds.interval().orElse(new Interval(of.value, of.value, SliceSums.LEVEL, "none"));
        return oriented(sign, of.value, bounds, null);
    }

    private @Nullable Change change(GuardrailRule rule, Figure ofControl, Figure ofCandidate) {
        RequestRates rate = rule.rate();
        boolean plain = isPlain(ofControl.bounds) && isPlain(ofCandidate.bounds);
        Contrast contrast =
                plain && rate != null ? Contrast.between(control.of(rate), candidate.of(rate), horizon) : null;
        return rule.rule().relative
                ? relative(rule, ofControl, ofCandidate, contrast)
                : absolute(rule, ofControl, ofCandidate, contrast);
    }

    /** @param contrast null where the change comes from the arms' own intervals */
    private @Nullable Change relative(
            GuardrailRule rule, Figure ofControl, Figure ofCandidate, @Nullable Contrast contrast) {
        if (!(ofControl.value > 0)) {
            return null;
        }
        IntervalOrReason interval = ofControl.bounds;
        if (contrast != null) {
            interval = contrast.liftInterval(1 - 2 * alpha);
        } else if (ofControl.bounds instanceof Interval c && ofCandidate.bounds instanceof Interval t) {
            interval = MoverInterval.ofRelativeDifference(ofControl.value, c, ofCandidate.value, t);
        }
        double lift = ofCandidate.value / ofControl.value - 1;
        return interval instanceof Interval found ? oriented(rule.rule().sign, lift, found, null) : null;
    }

    /** @param contrast null where the change comes from the arms' own intervals */
    private @Nullable Change absolute(
            GuardrailRule rule, Figure ofControl, Figure ofCandidate, @Nullable Contrast contrast) {
        int sign = rule.rule().sign;
        if (contrast != null) {
            return oriented(sign, contrast.difference(), contrast.interval(1 - 2 * alpha), pValue(rule, contrast));
        }
        if (ofControl.bounds instanceof Interval c && ofCandidate.bounds instanceof Interval t) {
            Interval interval = MoverInterval.ofDifference(ofControl.value, c, ofCandidate.value, t);
            return oriented(sign, ofCandidate.value - ofControl.value, interval, null);
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

    private static GuardrailTestRow row(
            GuardrailRule rule,
            Figure ofControl,
            Figure ofCandidate,
            @Nullable Change change,
            String verdict,
            String missing) {
        boolean valueRule = !rule.rule().comparesWithControl;
        int back = valueRule ? rule.rule().sign : 1;
        GuardrailTestRow row = new GuardrailTestRow(
                rule.text(),
                rule.metric(),
                ofCandidate.unit,
                rule.rule().words(),
                rule.limit(),
                rule.rule().relative ? "lift" : ofCandidate.unit,
                rule.isDefault() ? "default" : "user",
                Rows.finite(ofControl.value),
                Rows.finite(ofCandidate.value),
                change == null ? null : (Double) (back * change.value),
                change == null ? null : Rows.finite(back > 0 ? change.lower : -change.upper),
                change == null ? null : Rows.finite(back > 0 ? change.upper : -change.lower),
                change == null ? null : change.pValue,
                verdict,
                "");
        return GuardrailWords.withMessage(row, missing);
    }
}
