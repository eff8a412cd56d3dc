package io.github.recsyseval.experiment;

import io.github.recsyseval.experiment.KpiRule.Verdict;
import io.github.recsyseval.join.RobotRule;
import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.metric.RowGroups;
import io.github.recsyseval.metric.kpi.CleanRates;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.stat.RatioMoments;
import io.github.recsyseval.text.Counted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a primary metric says stands without a few robots, and without outcomes that something is odd about where the arms differ
 * in these. A change that is better only with them is not shown to be better.
 */
final class Robustness {
    private final ExperimentPlan plan;
    private final Arms arms;
    private final List<ArmSums> sums;
    private final RowGroups groups;
    private final LedgerSums ledger;
    private @Nullable Persons persons;

    /** @param groups the arms' rows, in which {@code ledger} is gone through */
    Robustness(ExperimentPlan plan, Arms arms, List<ArmSums> sums, RowGroups groups, LedgerSums ledger) {
        this.plan = plan;
        this.arms = arms;
        this.sums = sums;
        this.groups = groups;
        this.ledger = ledger;
    }

    /** Why a verdict that would decide does not stand, as the rest of a sentence that begins with the
     * metric; null where it does, or decides nothing. */
    @Nullable String doubt(Compared primary, Verdict verdict, KpiWords words) {
        boolean decides = verdict == Verdict.PROVEN || verdict == Verdict.HARMED;
        // An adjusted verdict is tried where it stands without the adjustment too: what is left out is not adjusted.
        if (!decides || verdict(primary, primary.plain(), words) != verdict) {
            return null;
        }
        String says = verdict == Verdict.PROVEN ? " is better only with " : " is worse only with ";
        Persons without = persons();
        if (without.robots() > 0) {
            Contrast contrast = without.contrast(primary.rate());
            if (verdict(primary, contrast, words) != verdict) {
                return says + robots(without) + without(primary, contrast, words)
                        + "; leave them out (--exclude-users), or find out who they are";
            }
        }
        Contrast clean = Contrast.between(clean(0, primary), clean(1, primary), plan.horizon());
        boolean alike = EvenLogging.isEven(odd(0), odd(1), plan.horizon(), 0);
        if (!alike && verdict(primary, clean, words) != verdict) {
            return says + odd() + without(primary, clean, words);
        }
        return null;
    }

    private Verdict verdict(Compared primary, @Nullable Contrast contrast, KpiWords words) {
        return KpiRule.verdict(contrast, words.effect(primary), primary.fewData(), plan.alpha(), words.claims());
    }

    private static String without(Compared primary, @Nullable Contrast contrast, KpiWords words) {
        return contrast == null
                ? "; without them there is nothing to compare"
                : "; without them: " + words.found(primary.with(contrast), contrast, words.level());
    }

    private String robots(Persons without) {
        return Counted.of(without.robots(), "user who clicks", "users who click") + " as no person does (J19; "
                + Amounts.count(without.left[1]) + " in " + arms.shown(1) + ", " + Amounts.count(without.left[0])
                + " in " + arms.shown(0) + ")";
    }

    private String odd() {
        return "outcomes that something is odd about, " + Amounts.digits(odd(1).ratio()) + " for each exposure of "
                + arms.shown(1) + " and " + Amounts.digits(odd(0).ratio()) + " of " + arms.shown(0)
                + ": on items not shown (J09), before the exposure, or repeating another one (J20, --outcome-dedupe)";
    }

    private RatioMoments odd(int arm) {
        return sums.get(arm).of(CleanRates.ODD);
    }

    private RatioMoments clean(int arm, Compared primary) {
        return sums.get(arm).of(CleanRates.of(primary.rate()).metric());
    }

    private Persons persons() {
        Persons known = persons;
        if (known == null) {
            known = new Persons();
            persons = known;
        }
        return known;
    }

    /** The control's and the candidate's KPIs over the users who are no robots. */
    private final class Persons {
        final long[] left = new long[2];
        private final RatioMoments[][] moments = new RatioMoments[2][RequestRates.KPIS.size()];

        Persons() {
            int[] column = new int[RequestRates.KPIS.size()];
            for (int kpi = 0; kpi < column.length; kpi++) {
                column[kpi] =
                        sums.get(0).metrics().indexOf(RequestRates.KPIS.get(kpi).metric());
                moments[0][kpi] = new RatioMoments();
                moments[1][kpi] = new RatioMoments();
            }
            int clicks = sums.get(0).metrics().indexOf(RequestRates.CTR.metric());
            RobotRule rule = rule();
            ledger.visitUsers(groups, (user, arm, totals, counted) -> {
                if (arm > 1) {
                    return;
                }
                if (rule.isRobot(totals[clicks], counted[clicks])) {
                    left[arm]++;
                    return;
                }
                for (int kpi = 0; kpi < column.length; kpi++) {
                    moments[arm][kpi].add(totals[column[kpi]], counted[column[kpi]]);
                }
            });
        }

        private RobotRule rule() {
            double clicks = 0;
            double exposures = 0;
            for (ArmSums arm : sums) {
                clicks += arm.of(RequestRates.CTR).numerator();
                exposures += arm.of(RequestRates.CTR).denominator();
            }
            return RobotRule.of(clicks, exposures);
        }

        long robots() {
            return left[0] + left[1];
        }

        @Nullable Contrast contrast(RequestRates rate) {
            int kpi = RequestRates.KPIS.indexOf(rate);
            return Contrast.between(moments[0][kpi], moments[1][kpi], plan.horizon());
        }
    }
}
