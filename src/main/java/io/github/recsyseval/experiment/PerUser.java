package io.github.recsyseval.experiment;

import io.github.recsyseval.experiment.KpiRule.Verdict;
import io.github.recsyseval.stat.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a metric per exposure says holds for what users do in all, where the arms have different numbers of exposures per user.
 * An arm that loses exposures without a click has more clicks on each of the others, and one that logs them twice has fewer; neither
 * changes the clicks of a user.
 *
 * @param exposures per user, of the candidate against the control; null where they cannot be compared
 * @param sameDay the same among users who came first on the same day ({@link SameDayExposures}), which says whether they differ at all:
 *     users of an arm that grows are there for a shorter time. How much is lost it tells less well, since who lost exposures came later
 */
record PerUser(
        Arms arms, @Nullable Contrast exposures, @Nullable Contrast sameDay) {

    /** Why a verdict that would decide does not stand, as the rest of a sentence that begins with the metric; null where it does. */
    @Nullable String doubt(Compared primary, Verdict verdict, KpiWords words) {
        Contrast contrast = primary.contrast();
        Double lift = exposures == null ? null : exposures.lift();
        Double known = sameDay == null ? null : sameDay.lift();
        if (contrast == null || exposures == null || sameDay == null || lift == null || known == null) {
            return null;
        }
        boolean differs =
                Math.abs(known) > LoggedAlike.MATERIAL_LIFT && sameDay.pValue().isBelow(ExpectedSplit.DEFAULT_ALPHA);
        Effect effect = words.effect(primary);
        if (!differs || !(KpiRule.interval(contrast, effect, words.level()) instanceof Interval interval)) {
            return null;
        }
        double more = known < 0 ? Math.min(known, lift) : Math.max(known, lift);
        double control = effect.relative() ? 1 : contrast.base().value();
        double lower = inAll(interval.lower(), more, control);
        double upper = inAll(interval.upper(), more, control);
        if (verdict == Verdict.PROVEN ? lower > effect.value() : upper < effect.harm()) {
            return null;
        }
        return (verdict == Verdict.PROVEN ? " is better" : " is worse") + " only per exposure: users of "
                + arms.shown(1) + " have "
                + Amounts.digits(exposures.treatment().value()) + " exposures each, those of "
                + arms.shown(0) + " " + Amounts.digits(exposures.base().value()) + " (" + Amounts.lift(lift) + "; "
                + Amounts.lift(known) + " of those who came first on the same day, "
                + Amounts.p(sameDay.pValue().value(), sameDay.pValue().log10()) + "), and in what users do in all the "
                + effect.unit() + " lies between " + words.amount(primary, lower) + " and "
                + words.amount(primary, upper)
                + "; find out whether exposures of one arm were lost or logged twice, or its users come more or less"
                + " often";
    }

    /** A change of a figure per exposure as one per exposure of the control's users, if the arm's have {@code more} exposures. */
    private static double inAll(double change, double more, double control) {
        return (1 + more) * (control + change) - control;
    }
}
