package io.github.recsyseval.experiment;

import io.github.recsyseval.experiment.ArmHours.Day;
import io.github.recsyseval.stat.Estimate;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Exposures per user of an arm against the control's, among users who came first on the same day (UTC). An arm that grows while the
 * experiment runs has users who were there for a shorter time, and is not taken for one that loses exposures.
 *
 * <p>Days are strata with the weights of Mantel and Haenszel, w = n_C n_T / (n_C + n_T) for n_C and n_T users: each arm has
 * sum w m / sum w exposures per user, where m is the mean of a day, with variance sum w^2 v / (sum w)^2. Days on which an arm has fewer
 * than two users are left out.
 */
final class SameDayExposures {
    private double weights;
    private double control;
    private double controlVariance;
    private long controlUsers;
    private double arm;
    private double armVariance;
    private long armUsers;

    private SameDayExposures() {}

    /** Null where no day has two users of either arm, where nothing varies, or where the days are not known. */
    static @Nullable Contrast between(ArmHours hours, int number, Horizon horizon) {
        if (hours.tooMany()) {
            return null;
        }
        Map<Long, Day> ofControl = hours.days(0);
        Map<Long, Day> ofArm = hours.days(number);
        SameDayExposures sums = new SameDayExposures();
        for (long day : new TreeSet<>(ofControl.keySet())) {
            Day here = ofControl.get(day);
            Day there = ofArm.get(day);
            if (here != null && there != null) {
                sums.add(here, there);
            }
        }
        return sums.contrast(horizon);
    }

    private void add(Day here, Day there) {
        if (here.newUsers() < 2 || there.newUsers() < 2) {
            return;
        }
        double weight = (double) here.newUsers() * there.newUsers() / (here.newUsers() + there.newUsers());
        weights += weight;
        control += weight * here.exposuresEach();
        controlVariance += weight * weight * here.variance();
        controlUsers += here.newUsers();
        arm += weight * there.exposuresEach();
        armVariance += weight * weight * there.variance();
        armUsers += there.newUsers();
    }

    private @Nullable Contrast contrast(Horizon horizon) {
        if (!(controlVariance + armVariance > 0)) {
            return null;
        }
        Estimate here = new Estimate(control / weights, controlVariance / (weights * weights), controlUsers);
        Estimate there = new Estimate(arm / weights, armVariance / (weights * weights), armUsers);
        return new Contrast(here, here, there, controlUsers + armUsers, horizon);
    }
}
