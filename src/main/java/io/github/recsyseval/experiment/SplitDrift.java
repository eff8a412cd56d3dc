package io.github.recsyseval.experiment;

import io.github.recsyseval.experiment.ArmHours.Day;
import io.github.recsyseval.stat.HomogeneityTest;
import io.github.recsyseval.stat.RatioMoments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether users came into two arms on the same days. Where an arm grows while the experiment runs (10 % of the users first, 50 % later)
 * the arms differ in when their users came, and with that in all that time changes: Simpson's paradox.
 *
 * @param shift half the sum over days of |share of the arm's users who came first on the day - share of the control's|: which part of the
 *     users would have had to come on other days for the arms to be alike, 0 to 1; null where an arm has none
 * @param pValue of "the same share of the new users of every day is in the arm" ({@link HomogeneityTest}); null where nothing can be tested
 * @param least the day of those tested with the smallest share; null where there is none
 */
record SplitDrift(
        @Nullable Double shift,
        @Nullable Double pValue,
        @Nullable NewUsers least,
        @Nullable NewUsers most) {
    private static final double SURE = ExpectedSplit.DEFAULT_ALPHA;

    /** A smaller shift cannot make much of a difference, however sure it is. */
    private static final double MATERIAL = 0.05;

    /** Days with fewer are not named. */
    private static final double USERS_TO_NAME = 20;

    /**
     * Users of two arms whose first exposure was on a day.
     *
     * @param day since 1970
     */
    record NewUsers(long day, long ofControl, long ofArm) {
        double share() {
            return (double) ofArm / (ofControl + ofArm);
        }

        RatioMoments moments() {
            RatioMoments moments = new RatioMoments();
            moments.addAlike(1, 1, ofArm);
            moments.addAlike(0, 1, ofControl);
            return moments;
        }

        String words() {
            return Amounts.percent(share()) + " (" + LocalDate.ofEpochDay(day) + ")";
        }
    }

    static SplitDrift between(Map<Long, Day> control, Map<Long, Day> arm) {
        TreeSet<Long> all = new TreeSet<>(control.keySet());
        all.addAll(arm.keySet());
        List<NewUsers> days = new ArrayList<>();
        for (long day : all) {
            NewUsers users = new NewUsers(day, newUsers(control.get(day)), newUsers(arm.get(day)));
            if (users.ofControl + users.ofArm > 0) {
                days.add(users);
            }
        }
        double ofControl = days.stream().mapToLong(NewUsers::ofControl).sum();
        double ofArm = days.stream().mapToLong(NewUsers::ofArm).sum();
        if (ofControl == 0 || ofArm == 0) {
            return new SplitDrift(null, null, null, null);
        }
        double shift = 0;
        NewUsers least = null;
        NewUsers most = null;
        for (NewUsers day : days) {
            shift += Math.abs(day.ofArm / ofArm - day.ofControl / ofControl) / 2;
            if (day.ofControl + day.ofArm >= USERS_TO_NAME) {
                least = least == null || day.share() < least.share() ? day : least;
                most = most == null || day.share() > most.share() ? day : most;
            }
        }
        Double p = HomogeneityTest.of(days.stream().map(NewUsers::moments).toList())
                .map(test -> test.pValue().value())
                .orElse(null);
        return new SplitDrift(shift, p, least, most);
    }

    private static long newUsers(@Nullable Day day) {
        return day == null ? 0 : day.newUsers();
    }

    /** Whether the split moved beyond doubt, and by so much that it matters. */
    boolean isMaterial() {
        return pValue != null && pValue < SURE && shift != null && shift >= MATERIAL;
    }

    String sentence(String arm, String control) {
        String days = least == null || most == null
                ? ""
                : ": of the users who came first on a day (UTC), " + least.words() + " to " + most.words() + " were in "
                        + arm;
        return "the split between " + control + " and " + arm
                + " moved while the experiment ran, or one of them lost the first exposures of users" + days
                + (pValue == null ? "" : " (" + Amounts.p(pValue) + ")")
                + "; what differs between days then looks like a difference between the arms: compare days of one and the"
                + " same split by themselves (--since, --until)";
    }
}
