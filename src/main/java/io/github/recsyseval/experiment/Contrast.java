package io.github.recsyseval.experiment;

import io.github.recsyseval.stat.DetectableEffect;
import io.github.recsyseval.stat.Estimate;
import io.github.recsyseval.stat.FiellerInterval;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.IntervalOrReason;
import io.github.recsyseval.stat.PValue;
import io.github.recsyseval.stat.RatioMoments;
import io.github.recsyseval.stat.Skewness;
import io.github.recsyseval.stat.WelchTest;
import org.jspecify.annotations.Nullable;

/**
 * An arm against the control: treatment - control with everything that is said about it. The estimates may be adjusted by a
 * covariate; {@code base} is the control's figure as it is, which a lift is divided by.
 *
 * @param base the control without adjustment
 * @param control with adjustment
 * @param treatment with adjustment
 * @param users in both arms
 */
record Contrast(Estimate base, Estimate control, Estimate treatment, long users, Horizon horizon) {
    private static final String NO_DATA = "nothing to divide by";
    private static final String TOO_LARGE = "the values are too large to be added up";
    private static final String ONE_USER = "an arm has fewer than two users";
    private static final String NO_VARIATION = "no variation between users";

    /** Compares two arms as they are; null where {@link #whyNot} has a reason. */
    public static @Nullable Contrast between(RatioMoments control, RatioMoments treatment, Horizon horizon) {
        if (whyNot(control, treatment) != null) {
            return null;
        }
        Estimate base = Estimate.of(control);
        return new Contrast(base, base, Estimate.of(treatment), control.users() + treatment.users(), horizon);
    }

    /** Why two arms cannot be compared; null if they can. */
    public static @Nullable String whyNot(RatioMoments control, RatioMoments treatment) {
        if (control.isTooLarge() || treatment.isTooLarge()) {
            return TOO_LARGE;
        }
        if (!Double.isFinite(control.ratio()) || !Double.isFinite(treatment.ratio())) {
            return NO_DATA;
        }
        if (control.clusters() < 2 || treatment.clusters() < 2) {
            return ONE_USER;
        }
        return control.variance() + treatment.variance() > 0 ? null : NO_VARIATION;
    }

    /**
     * With the critical values that the skewness of the difference asks for.
     *
     * @param lower whether those of the lower ends of intervals, else of the upper ones
     */
    Contrast allowingFor(Skewness skewness, boolean lower) {
        return new Contrast(base, control, treatment, users, new Horizon.Skewed(horizon, skewness, lower ? 1 : -1));
    }

    private WelchTest test() {
        return WelchTest.between(control, treatment);
    }

    /** treatment - control. */
    public double difference() {
        return treatment.value() - control.value();
    }

    /** Standard error of {@link #difference}. */
    public double standardError() {
        return test().standardError();
    }

    double degreesOfFreedom() {
        return test().degreesOfFreedom();
    }

    /** difference / control; null unless the control is above 0, over which alone more is a lift above 0. */
    public @Nullable Double lift() {
        if (!(base.value() > 0)) {
            return null;
        }
        double lift = difference() / base.value();
        return Double.isFinite(lift) ? lift : null;
    }

    /** Of no difference. */
    public PValue pValue() {
        return horizon.pValue(test().statistic(), test().degreesOfFreedom(), users);
    }

    double criticalValue(double level) {
        return horizon.criticalValue(level, test().degreesOfFreedom(), users);
    }

    /** The interval of the difference. */
    public Interval interval(double level) {
        double half = criticalValue(level) * standardError();
        return new Interval(difference() - half, difference() + half, level, horizon.method());
    }

    /**
     * The interval of the lift (Fieller), which excludes 0 exactly if that of the difference does. An arm without any event has no
     * variance, and Fieller's interval no width; there it is the difference's, divided by the control.
     */
    public IntervalOrReason liftInterval(double level) {
        if (treatment.value() == 0 && treatment.variance() == 0 && base.value() > 0) {
            Interval difference = interval(level);
            return new Interval(
                    Math.max(-1, difference.lower() / base.value()),
                    difference.upper() / base.value(),
                    level,
                    "difference_over_control");
        }
        // Adjusted or not, what the control adds to the difference is minus its own (residual) variance.
        return FiellerInterval.ofDifference(
                difference(),
                control.variance() + treatment.variance(),
                -control.variance(),
                base,
                level,
                criticalValue(level));
    }

    /** What would be found with a power, in tests at a level. */
    DetectableEffect detectable(double level, double power) {
        Estimate scaled = new Estimate(base.value(), control.variance(), control.clusters());
        return DetectableEffect.of(scaled, treatment, criticalValue(level), power);
    }
}
