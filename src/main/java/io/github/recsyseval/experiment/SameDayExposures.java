package io.github.recsyseval.experiment;

import io.github.recsyseval.experiment.ArmHours.Day;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Exposures per user of an arm against the control's, among users who came first on the same day (UTC). An arm that grows while the
 * experiment runs has users who were there for a shorter time, and is not taken for one that loses exposures. Days are {@link Strata},
 * weighted by users; those on which an arm has fewer than two are left out.
 */
final class SameDayExposures {
    private SameDayExposures() {}

    /** Null where no day has two users of either arm, where nothing varies, or where the days are not known. */
    static @Nullable Contrast between(ArmHours hours, int number, Horizon horizon) {
        if (hours.tooMany()) {
            return null;
        }
        Map<Long, Day> ofControl = hours.days(0);
        Map<Long, Day> ofArm = hours.days(number);
        Strata strata = new Strata();
        for (long day : new TreeSet<>(ofControl.keySet())) {
            Day here = ofControl.get(day);
            Day there = ofArm.get(day);
            if (here != null && there != null && here.newUsers() >= 2 && there.newUsers() >= 2) {
                strata.add(here.exposuresOfNew(), here.newUsers(), there.exposuresOfNew(), there.newUsers());
            }
        }
        return strata.contrast(horizon);
    }
}
