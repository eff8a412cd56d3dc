package io.github.recsyseval.experiment;

import io.github.recsyseval.experiment.KpiRule.Verdict;
import io.github.recsyseval.join.RobotRule;
import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.metric.RowGroups;
import io.github.recsyseval.metric.kpi.OtherRates;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.stat.RatioMoments;
import io.github.recsyseval.stat.Skewness;
import io.github.recsyseval.text.Counted;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a primary metric says stands over a control that logs anything, without a few robots, without a few heavy users, without
 * outcomes that something is odd about and with those after the attribution window where the arms differ in these, and for users as a whole
 * where the arms differ in exposures per user, and from day to day where the split moved. A change that is better only
 * otherwise is not shown to be better.
 */
final class Robustness {
    /** With so many events expected, none is seen by chance in one of 10^13 arms. */
    private static final double MANY = 30;

    private final ExperimentPlan plan;
    private final Arms arms;
    private final List<ArmSums> sums;
    private final RowGroups groups;
    private final LedgerSums ledger;
    private final PerUser perUser;
    private final UnevenDelays delays;
    private final @Nullable Supplier<SameDayRates> sameDay;
    private @Nullable SameDayRates days;
    private final Supplier<WithoutHeavyUsers> withoutHeavy;
    private @Nullable Without withoutRobots;

    /**
     * @param groups the arms' rows, in which {@code ledger} is gone through
     * @param withoutHeavy asked only where something would be decided
     * @param sameDay null where the split did not move
     */
    Robustness(
            ExperimentPlan plan,
            Arms arms,
            List<ArmSums> sums,
            RowGroups groups,
            LedgerSums ledger,
            PerUser perUser,
            UnevenDelays delays,
            Supplier<WithoutHeavyUsers> withoutHeavy,
            @Nullable Supplier<SameDayRates> sameDay) {
        this.withoutHeavy = withoutHeavy;
        this.delays = delays;
        this.sameDay = sameDay;
        this.perUser = perUser;
        this.plan = plan;
        this.arms = arms;
        this.sums = sums;
        this.groups = groups;
        this.ledger = ledger;
    }

    /**
     * Whether a verdict that would decide does not stand once it is allowed for that most users do little and a few do much, which intervals
     * see as if both were as many. It matters where one arm is far smaller than the other; in arms of one size it cancels.
     */
    boolean isForgottenSkewness(Compared primary, Verdict verdict, KpiWords words) {
        Contrast plain = primary.plain();
        if (plain == null || !decides(verdict) || verdict(primary, plain, words) != verdict) {
            return false;
        }
        UserSums byUser = new UserSums(ledger, groups, sums.get(0).metrics());
        Skewness skewness = byUser.skewness(primary.rate().metric(), plain, sums.get(0), sums.get(1));
        return Double.isFinite(skewness.ofEstimate())
                && verdict(primary, plain.allowingFor(skewness, verdict == Verdict.PROVEN), words) != verdict;
    }

    private static boolean decides(Verdict verdict) {
        return verdict == Verdict.PROVEN || verdict == Verdict.HARMED;
    }

    /** Why a verdict that would decide does not stand, as the rest of a sentence that begins with the
     * metric; null where it does, or decides nothing. */
    @Nullable String doubt(Compared primary, Verdict verdict, KpiWords words) {
        // An adjusted verdict is tried where it stands without the adjustment too: what is left out is not adjusted.
        if (!decides(verdict) || verdict(primary, primary.plain(), words) != verdict) {
            return null;
        }
        String says = verdict == Verdict.PROVEN ? " is better only with " : " is worse only with ";
        String noControl = verdict == Verdict.PROVEN ? noControl(primary) : null;
        if (noControl != null) {
            return noControl;
        }
        Without robots = withoutRobots();
        if (robots.left() > 0) {
            Contrast contrast = robots.contrast(primary.rate());
            if (verdict(primary, contrast, words) != verdict) {
                return says + robots(robots) + without(primary, contrast, words)
                        + "; leave them out (--exclude-users), or find out who they are";
            }
        }
        WithoutHeavyUsers light = withoutHeavy.get();
        if (!light.leavesNobodyOut()) {
            Contrast contrast = Contrast.between(
                    light.control().of(primary.rate()), light.candidate().of(primary.rate()), plan.horizon());
            if (verdict(primary, contrast, words) != verdict && !hasHalf(primary, contrast)) {
                return says + light.who() + without(primary, contrast, words) + WithoutHeavyUsers.remedy();
            }
        }
        Contrast clean = areApart(OtherRates.CLEAN) ? other(OtherRates.CLEAN, primary) : primary.plain();
        if (verdict(primary, clean, words) != verdict) {
            return says + odd() + without(primary, clean, words);
        }
        Contrast anyTime = areApart(OtherRates.ANY_TIME) ? other(OtherRates.ANY_TIME, primary) : primary.plain();
        if (verdict(primary, anyTime, words) != verdict && !hasHalf(primary, anyTime)) {
            return (verdict == Verdict.PROVEN ? " is better" : " is worse") + " only within the attribution window: "
                    + perExposure("outcomes come after it for each exposure", OtherRates.ANY_TIME) + "; with them: "
                    + found(primary, anyTime, words)
                    + "; find out whether the clocks of the arms differ, or choose a longer --attribution-window";
        }
        // Where the split moved, one arm's exposures are younger, and only its shorter delays are known.
        String tooSoon = sameDay == null ? delays.doubt(primary.rate(), verdict == Verdict.PROVEN) : null;
        if (tooSoon != null) {
            return tooSoon;
        }
        Contrast byDay = sameDay == null ? null : days(sameDay).contrast(primary.rate());
        if (sameDay != null && verdict(primary, byDay, words) != verdict && !hasHalf(primary, byDay)) {
            return (verdict == Verdict.PROVEN ? " is better" : " is worse")
                    + " only over all days together, between which the split moved; among users who came first on the"
                    + " same day: " + found(primary, byDay, words)
                    + "; compare days of one and the same split (--since, --until)";
        }
        return perUser.doubt(primary, verdict, words);
    }

    /** The control is what users have today: where it has no event at all, and would have had many at the candidate's rate, none was
     * logged. */
    private @Nullable String noControl(Compared primary) {
        RequestRates events =
                primary.rate() == RequestRates.REVENUE_PER_EXPOSURE ? RequestRates.CONVERSION_RATE : primary.rate();
        RatioMoments control = sums.get(0).of(events);
        double expected = sums.get(1).of(events).ratio() * control.denominator();
        return control.numerator() > 0 || expected < MANY
                ? null
                : " is better only over a control without any event, where about " + Amounts.digits(expected)
                        + " would be expected if the arms were alike: find out whether what users of " + arms.shown(0)
                        + " do is logged at all";
    }

    /** Whether at least half of the difference is there in another contrast, which has less data and proves less for that alone. */
    private static boolean hasHalf(Compared primary, @Nullable Contrast other) {
        Contrast all = primary.plain();
        return all != null && other != null && other.difference() / all.difference() >= 0.5;
    }

    private Verdict verdict(Compared primary, @Nullable Contrast contrast, KpiWords words) {
        return KpiRule.verdict(contrast, words.effect(primary), primary.fewData(), plan.alpha(), words.claims());
    }

    private static String without(Compared primary, @Nullable Contrast contrast, KpiWords words) {
        return "; without them" + (contrast == null ? " there is " : ": ") + found(primary, contrast, words);
    }

    private static String found(Compared primary, @Nullable Contrast contrast, KpiWords words) {
        return contrast == null ? "nothing to compare" : words.found(primary.with(contrast), contrast, words.level());
    }

    private String robots(Without robots) {
        return Counted.of(robots.left(), "user who clicks", "users who click") + " as no person does (J19; "
                + robots.byArm(arms) + ")";
    }

    private String odd() {
        return "suspicious outcomes, " + perExposure("for each exposure", OtherRates.CLEAN)
                + ": on items not shown (J09), before the exposure, or repeating another one (J20, --outcome-dedupe)";
    }

    private String perExposure(String what, OtherRates which) {
        return Amounts.digits(apart(which, 1).ratio()) + " " + what + " of " + arms.shown(1) + " and "
                + Amounts.digits(apart(which, 0).ratio()) + " of " + arms.shown(0);
    }

    /** Whether the run counts others, and one arm has more of the outcomes that make the difference. */
    private boolean areApart(OtherRates which) {
        return sums.get(0).metrics().contains(which.apart())
                && !EvenLogging.isEven(apart(which, 0), apart(which, 1), plan.horizon(), 0);
    }

    private RatioMoments apart(OtherRates which, int arm) {
        return sums.get(arm).of(which.apart());
    }

    private @Nullable Contrast other(OtherRates which, Compared primary) {
        return Contrast.between(
                sums.get(0).of(which.of(primary.rate())), sums.get(1).of(which.of(primary.rate())), plan.horizon());
    }

    private SameDayRates days(Supplier<SameDayRates> read) {
        SameDayRates known = days;
        if (known == null) {
            known = read.get();
            days = known;
        }
        return known;
    }

    private Without withoutRobots() {
        Without known = withoutRobots;
        if (known == null) {
            Without counting = new Without(plan.horizon(), sums.get(0));
            int clicks = sums.get(0).metrics().indexOf(RequestRates.CTR.metric());
            RobotRule robot = robotRule();
            ledger.visitUsers(groups, (user, arm, totals, counted) -> {
                if (arm <= 1) {
                    counting.user(arm, robot.isRobot(totals[clicks], counted[clicks]), totals, counted);
                }
            });
            known = counting;
            withoutRobots = known;
        }
        return known;
    }

    private RobotRule robotRule() {
        double clicks = 0;
        double exposures = 0;
        for (ArmSums arm : sums) {
            clicks += arm.of(RequestRates.CTR).numerator();
            exposures += arm.of(RequestRates.CTR).denominator();
        }
        return RobotRule.of(clicks, exposures);
    }
}
