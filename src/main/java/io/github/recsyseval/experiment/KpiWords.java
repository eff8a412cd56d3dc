package io.github.recsyseval.experiment;

import io.github.recsyseval.experiment.KpiRule.Verdict;
import io.github.recsyseval.report.Decision.EffectRow;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.IntervalOrReason;
import org.jspecify.annotations.Nullable;

/** What primary metrics say, in sentences. */
final class KpiWords {
    private final ExperimentPlan plan;
    private final Arms arms;
    private final double level;
    private final int claims;

    KpiWords(ExperimentPlan plan, Arms arms, double level, int claims) {
        this.plan = plan;
        this.arms = arms;
        this.level = level;
        this.claims = claims;
    }

    ExperimentPlan plan() {
        return plan;
    }

    double level() {
        return level;
    }

    int claims() {
        return claims;
    }

    Effect effect(Comparisons.Compared primary) {
        Primary of = primary.primary();
        return of == null ? Effect.ANY : of.minEffect();
    }

    String sentence(Comparisons.Compared primary, Verdict verdict) {
        String metric = primary.rate().metric().name();
        Contrast contrast = primary.contrast();
        if (contrast == null || verdict == Verdict.UNKNOWN) {
            return metric + " cannot be judged: " + whyNot(primary, contrast);
        }
        Effect effect = effect(primary);
        String found = found(primary, contrast, level);
        String few = primary.fewData()
                ? "; an arm has fewer than 50 users, or would have fewer than 10 events if they were alike: too few to prove anything"
                : "";
        return switch (verdict) {
            case PROVEN ->
                metric + " is " + (effect.value() < 0 ? "not worse than the margin allows: " : "better: ") + found
                        + ", above " + amount(primary, effect.value());
            case HARMED ->
                metric + " is worse in " + arms.name(1) + " than in " + arms.name(0) + ": " + found + ", below "
                        + amount(primary, effect.harm());
            case PERHAPS_HARMED ->
                metric + " may be worse: " + found(primary, contrast, 1 - plan.alpha())
                        + ", below " + amount(primary, effect.harm()) + few
                        + (primary.fewData() || claims == 1
                                ? ""
                                : "; not beyond doubt once " + claims + " claims are allowed for");
            default ->
                metric + " is inconclusive: " + found + ", not all of it above " + amount(primary, effect.value())
                        + few;
        };
    }

    private String whyNot(Comparisons.Compared primary, @Nullable Contrast contrast) {
        if (contrast == null) {
            return String.valueOf(primary.whyNot());
        }
        return KpiRule.interval(contrast, effect(primary), level).whyNot().orElse("no interval");
    }

    /** {@code lift +2.1 %, between +0.4 % and +3.9 % at level 97.5 %}. */
    private String found(Comparisons.Compared primary, Contrast contrast, double at) {
        Effect effect = effect(primary);
        IntervalOrReason interval = KpiRule.interval(contrast, effect, at);
        if (!(interval instanceof Interval found)) {
            return "no interval";
        }
        return effect.unit() + " " + amount(primary, point(primary)) + ", between " + amount(primary, found.lower())
                + " and " + amount(primary, found.upper()) + " at level " + Amounts.percent(at);
    }

    /** The estimate on the scale of the minimum effect; NaN where there is none. */
    double point(Comparisons.Compared primary) {
        Contrast contrast = primary.contrast();
        if (contrast == null) {
            return Double.NaN;
        }
        Double lift = contrast.lift();
        return effect(primary).relative() ? lift == null ? Double.NaN : lift : contrast.difference();
    }

    /** An amount on the scale of the minimum effect. */
    String amount(Comparisons.Compared primary, double value) {
        return effect(primary).relative()
                ? Amounts.lift(value)
                : Amounts.change(Rows.unit(primary.rate().metric()), value);
    }

    EffectRow row(Comparisons.Compared primary, Verdict verdict) {
        Contrast contrast = primary.contrast();
        Effect effect = effect(primary);
        return new EffectRow(
                primary.rate().metric().name(),
                Rows.unit(primary.rate().metric()),
                contrast == null ? null : (Double) contrast.difference(),
                contrast == null ? null : Rows.interval(contrast.interval(level)),
                contrast == null ? null : contrast.lift(),
                contrast == null ? null : Rows.interval(contrast.liftInterval(level)),
                effect.value(),
                effect.unit(),
                verdict.words());
    }
}
