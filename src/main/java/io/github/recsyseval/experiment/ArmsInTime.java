package io.github.recsyseval.experiment;

import io.github.recsyseval.experiment.ArmHours.Shown;
import io.github.recsyseval.report.OverlapRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether arms were shown at the same time. What ran at different times differs by what the time did, and no test can tell that from what
 * the arms do.
 */
final class ArmsInTime {
    /** Below this share of an arm's exposures at times of the other one, the two are not compared under the same conditions. */
    static final double LEAST_OVERLAP = 0.5;

    /**
     * So many users of the smaller arm an hour, or a day, it takes on average: then, by chance alone, few exposures (exp(-2) = 14 % at
     * even pace) are at times in which it was not shown.
     */
    private static final double USERS_ENOUGH = 2;

    private final Arms arms;
    private final ArmHours hours;

    ArmsInTime(Arms arms, ArmHours hours) {
        this.arms = arms;
        this.hours = hours;
    }

    /** A row for every arm but the control. */
    List<OverlapRow> rows() {
        return IntStream.range(1, arms.count()).mapToObj(this::row).toList();
    }

    /** Shares of exposures of both arms that are at times of the other one. */
    private record Overlap(String per, double ofArm, double ofControl) {
        boolean isSmall() {
            return Math.min(ofArm, ofControl) < LEAST_OVERLAP;
        }
    }

    private OverlapRow row(int arm) {
        if (hours.tooMany()) {
            return unknown(arm, "the arms were shown in too many different hours to compare them in time; look at ts");
        }
        List<Overlap> found = new ArrayList<>();
        add("hour", hours.hours(arm), hours.hours(0), found);
        add("day", hours.days(arm), hours.days(0), found);
        if (found.isEmpty()) {
            return unknown(arm, "an arm has too few users a day to say whether they were shown at the same time");
        }
        Overlap overlap = found.get(0);
        SplitDrift drift = SplitDrift.between(hours.days(0), hours.days(arm));
        String verdict = overlap.isSmall() ? "apart" : drift.isMaterial() ? "drifting" : "together";
        return new OverlapRow(
                arms.name(arm),
                overlap.per,
                overlap.ofArm,
                overlap.ofControl,
                drift.shift(),
                drift.pValue(),
                verdict,
                switch (verdict) {
                    case "apart" -> apart(arm, overlap);
                    case "drifting" -> drift.sentence(arms.shown(arm), arms.shown(0));
                    default -> "";
                });
    }

    private OverlapRow unknown(int arm, String why) {
        return new OverlapRow(arms.name(arm), null, null, null, null, null, "unknown", why);
    }

    private static void add(
            String per, Map<Long, ? extends Shown> ofArm, Map<Long, ? extends Shown> ofControl, List<Overlap> found) {
        long both = ofArm.keySet().stream().filter(ofControl::containsKey).count();
        double times = ofArm.size() + ofControl.size() - both;
        if (Math.min(users(ofArm), users(ofControl)) >= USERS_ENOUGH * times && times > 0) {
            found.add(new Overlap(per, share(ofArm, ofControl), share(ofControl, ofArm)));
        }
    }

    private static long users(Map<Long, ? extends Shown> shown) {
        return shown.values().stream().mapToLong(Shown::users).sum();
    }

    private static double share(Map<Long, ? extends Shown> of, Map<Long, ? extends Shown> at) {
        long all = 0;
        long together = 0;
        for (Map.Entry<Long, ? extends Shown> time : of.entrySet()) {
            long exposures = time.getValue().exposures();
            all += exposures;
            together += at.containsKey(time.getKey()) ? exposures : 0;
        }
        return (double) together / all;
    }

    private String apart(int arm, Overlap overlap) {
        return "the arms " + arms.shown(arm) + " and " + arms.shown(0) + " were not shown at the same time: "
                + Amounts.percent(overlap.ofArm) + " of the exposures of " + arms.shown(arm) + " and "
                + Amounts.percent(overlap.ofControl) + " of those of " + arms.shown(0) + " are "
                + (overlap.per.equals("day") ? "on days (UTC) on" : "in hours (UTC) in")
                + " which the other one was shown, too; what differs may be the time";
    }
}
