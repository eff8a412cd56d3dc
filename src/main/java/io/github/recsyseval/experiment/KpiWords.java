package io.github.recsyseval.experiment;

import io.github.recsyseval.experiment.KpiRule.Verdict;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.Decision.EffectRow;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.IntervalOrReason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What primary metrics say, in sentences. */
final class KpiWords {
    /** From this many times the users there are, the users planned for are what makes intervals wide. */
    private static final long FAR_FROM_PLAN = 20;

    private static final String SKEWED =
            "; not beyond doubt: most users do little and a few do much, and for that an arm has too few users";

    private final ExperimentPlan plan;
    private final Arms arms;
    private final double level;
    private final int claims;
    private final Robustness robustness;
    private final Map<Compared, String> doubts = new HashMap<>();
    private final Set<Compared> skewed = new HashSet<>();

    KpiWords(ExperimentPlan plan, Arms arms, double level, int claims, Robustness robustness) {
        this.plan = plan;
        this.robustness = robustness;
        this.arms = arms;
        this.level = level;
        this.claims = claims;
    }

    ExperimentPlan plan() {
        return plan;
    }

    /** Whether two arms have names that a reader takes for one. */
    boolean oneNameInTwoWays() {
        return !arms.alike().isEmpty();
    }

    double level() {
        return level;
    }

    int claims() {
        return claims;
    }

    /** What has to be exceeded, on the scale on which it is decided. */
    Effect effect(Compared primary) {
        Primary of = primary.primary();
        Contrast contrast = primary.contrast();
        Effect asked = of == null ? Effect.ANY : of.minEffect();
        return contrast == null ? asked : KpiRule.decided(contrast, asked, level);
    }

    /** What a primary metric says; nothing where it cannot be relied on. */
    Verdict verdict(Compared primary) {
        if (primary.spoiled() != null) {
            return Verdict.UNKNOWN;
        }
        Verdict verdict = verdict(primary, primary.fewData());
        if (robustness.isForgottenSkewness(primary, verdict, this)) {
            skewed.add(primary);
            return verdict(primary, true);
        }
        String doubt = robustness.doubt(primary, verdict, this);
        if (doubt == null) {
            return verdict;
        }
        doubts.put(primary, doubt);
        return Verdict.DOUBTFUL;
    }

    private Verdict verdict(Compared primary, boolean fewData) {
        return KpiRule.verdict(primary.contrast(), effect(primary), fewData, plan.alpha(), claims);
    }

    String sentence(Compared primary, Verdict verdict) {
        String metric = primary.rate().metric().name();
        Contrast contrast = primary.contrast();
        if (contrast == null || verdict == Verdict.UNKNOWN) {
            return metric + " cannot be judged: " + whyNot(primary, contrast);
        }
        Effect effect = effect(primary);
        String found = found(primary, contrast, level);
        TooFew tooFew = primary.few();
        String few = tooFew != null ? "; " + tooFew.words() : skewed.contains(primary) ? SKEWED : "";
        return switch (verdict) {
            case PROVEN ->
                metric + " is " + (effect.value() < 0 ? "not worse than the margin allows: " : "better: ") + found
                        + ", above " + amount(primary, effect.value());
            case HARMED ->
                metric + " is worse in " + arms.shown(1) + " than in " + arms.shown(0) + ": " + found + ", below "
                        + amount(primary, effect.harm()) + nothingLogged(contrast);
            case PERHAPS_HARMED ->
                metric + " may be worse: " + found(primary, contrast, 1 - plan.alpha())
                        + ", below " + amount(primary, effect.harm()) + few
                        + (!few.isEmpty() || claims == 1
                                ? ""
                                : "; not beyond doubt once " + claims + " claims are allowed for");
            case DOUBTFUL -> metric + doubts.get(primary);
            default -> metric + " is inconclusive: " + found + above(primary, contrast) + few + wide(contrast);
        };
    }

    private String nothingLogged(Contrast contrast) {
        return contrast.treatment().value() == 0 && contrast.treatment().variance() == 0
                ? "; nothing at all is logged of " + arms.shown(1) + ": look first whether only the log is missing"
                : "";
    }

    /** Where the interval lies; it may be above the minimum effect and prove nothing, because there is too little data. */
    private String above(Compared primary, Contrast contrast) {
        Effect effect = effect(primary);
        boolean all = KpiRule.interval(contrast, effect, level) instanceof Interval interval
                && interval.lower() > effect.value();
        return (all ? ", all of it above " : ", not all of it above ") + amount(primary, effect.value());
    }

    /** Intervals that hold at every look are wide as long as the users are far fewer than planned. */
    private String wide(Contrast contrast) {
        Long planned = plan.plannedUsers();
        return planned == null || planned <= FAR_FROM_PLAN * contrast.users()
                ? ""
                : "; intervals are wide because --planned-users " + Amounts.count(planned) + " is far more than the "
                        + Amounts.users(contrast.users())
                        + " there are: give the number that the experiment is to end with";
    }

    private String whyNot(Compared primary, @Nullable Contrast contrast) {
        if (primary.spoiled() != null) {
            return primary.spoiled();
        }
        if (contrast == null) {
            return String.valueOf(primary.whyNot());
        }
        String metric = primary.rate().metric().name();
        double control = contrast.base().value();
        return NoLift.words(
                        metric + " of " + arms.shown(0),
                        Rows.unit(primary.rate().metric()),
                        control,
                        level)
                + "; --min-difference " + metric + "=VALUE asks for a difference instead"
                + (control < 0 ? "" : more(primary)) + wide(contrast);
    }

    private static String more(Compared primary) {
        boolean clicks = primary.rate() == RequestRates.CTR || primary.rate() == RequestRates.CLICK_RATE;
        return ", and more " + (clicks ? "clicks" : "conversions") + " would bound the lift";
    }

    /** {@code lift +2.1 %, between +0.4 % and +3.9 % at level 97.5 %}. */
    String found(Compared primary, Contrast contrast, double at) {
        Effect effect = effect(primary);
        IntervalOrReason interval = KpiRule.interval(contrast, effect, at);
        if (!(interval instanceof Interval found)) {
            return "no interval";
        }
        return effect.unit() + " " + amount(primary, point(primary)) + ", between " + amount(primary, found.lower())
                + " and " + amount(primary, found.upper()) + " at level " + Amounts.chosen(at);
    }

    /** The estimate on the scale of the minimum effect; NaN where there is none. */
    double point(Compared primary) {
        Contrast contrast = primary.contrast();
        if (contrast == null) {
            return Double.NaN;
        }
        Double lift = contrast.lift();
        return effect(primary).relative() ? lift == null ? Double.NaN : lift : contrast.difference();
    }

    /** An amount on the scale of the minimum effect. */
    String amount(Compared primary, double value) {
        return effect(primary).relative()
                ? Amounts.lift(value)
                : Amounts.change(Rows.unit(primary.rate().metric()), value);
    }

    EffectRow row(Compared primary, Verdict verdict) {
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
