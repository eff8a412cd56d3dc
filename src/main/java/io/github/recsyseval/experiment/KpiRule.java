package io.github.recsyseval.experiment;

import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.IntervalOrReason;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What primary metrics say about an experiment, by intervals; the sign of an estimate never decides. With m claims (primary metrics
 * times arms) the intervals that prove have level 1 - alpha / m, so that the chance of any false claim is at most alpha, and half of
 * that for a false improvement.
 */
final class KpiRule {
    /** What one primary metric says. */
    public enum Verdict {
        /** The interval at the decision's level lies above the minimum effect. */
        PROVEN,
        /** The interval at the decision's level lies below 0, or below the margin where the minimum effect is one. */
        HARMED,
        /** Only the interval without correction for several claims, or for skewness, does. */
        PERHAPS_HARMED,
        INCONCLUSIVE,
        /** It would be proven or harmed, but only with a few robots or heavy users, with odd outcomes that one arm has more of, or per
         * exposure and not per user. */
        DOUBTFUL,
        /** There is no interval. */
        UNKNOWN;

        String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What all of them together say. */
    public enum Outcome {
        SHIP,
        HOLD,
        ROLLBACK;

        String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private KpiRule() {}

    /** The level of the intervals that prove. */
    public static double level(double alpha, int claims) {
        return 1 - alpha / claims;
    }

    /**
     * Judges one metric.
     *
     * @param contrast the candidate against the control; null where there is none
     * @param fewData whether intervals are rough, so that they prove nothing
     * @param claims m
     */
    public static Verdict verdict(
            @Nullable Contrast contrast, Effect minEffect, boolean fewData, double alpha, int claims) {
        if (contrast == null) {
            return Verdict.UNKNOWN;
        }
        double level = level(alpha, claims);
        Effect effect = decided(contrast, minEffect, level);
        IntervalOrReason decides = interval(contrast, effect, level);
        IntervalOrReason plain = interval(contrast, effect, 1 - alpha);
        if (!(decides instanceof Interval corrected) || !(plain instanceof Interval uncorrected)) {
            return Verdict.UNKNOWN;
        }
        if (uncorrected.upper() < effect.harm()) {
            boolean beyondDoubt = corrected.upper() < effect.harm() && !fewData;
            return beyondDoubt ? Verdict.HARMED : Verdict.PERHAPS_HARMED;
        }
        return corrected.lower() > effect.value() && !fewData ? Verdict.PROVEN : Verdict.INCONCLUSIVE;
    }

    /**
     * The minimum effect on the scale on which it is decided. Any improvement at all is one of the difference; it is told as a lift where
     * there is one, which then lies on the same side of 0.
     */
    static Effect decided(Contrast contrast, Effect minEffect, double level) {
        boolean noLift = contrast.liftInterval(level).interval().isEmpty();
        return minEffect.relative() && minEffect.value() == 0 && noLift ? new Effect(0, false) : minEffect;
    }

    /** The interval on the scale of an effect. */
    static IntervalOrReason interval(Contrast contrast, Effect minEffect, double level) {
        return minEffect.relative() ? contrast.liftInterval(level) : contrast.interval(level);
    }

    /** Rolls back if any metric is harmed; ships if one is proven and none is, perhaps, harmed, doubtful or unknown; holds
     * otherwise. */
    public static Outcome outcome(Collection<Verdict> verdicts) {
        if (verdicts.contains(Verdict.HARMED)) {
            return Outcome.ROLLBACK;
        }
        boolean doubtful = List.of(Verdict.PERHAPS_HARMED, Verdict.DOUBTFUL, Verdict.UNKNOWN).stream()
                .anyMatch(verdicts::contains);
        return verdicts.contains(Verdict.PROVEN) && !doubtful ? Outcome.SHIP : Outcome.HOLD;
    }
}
