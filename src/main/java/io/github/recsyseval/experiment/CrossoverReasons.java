package io.github.recsyseval.experiment;

import io.github.recsyseval.report.CrossoverRow;
import io.github.recsyseval.text.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Why users who were served by several arms leave nothing that can be compared. */
final class CrossoverReasons {
    /** Beyond this share of users in several arms, or of exposures of theirs, an experiment is broken, whatever its figures say. */
    private static final double MOST = 0.1;

    private final CrossoverRow crossover;
    private final Crossover policy;
    private final Arms arms;

    CrossoverReasons(CrossoverRow crossover, Crossover policy, Arms arms) {
        this.crossover = crossover;
        this.policy = policy;
        this.arms = arms;
    }

    /** In sentences; none where they do not matter. */
    List<String> sentences() {
        List<String> reasons = new ArrayList<>();
        if (isTooMuch(crossover.share())) {
            reasons.add(users());
        }
        Double p = crossover.pValue();
        if (p != null && p < ExpectedSplit.DEFAULT_ALPHA) {
            reasons.add("users cross over from one arm more often than from the other (" + Amounts.p(p, Math.log10(p))
                    + "), so those who stay cannot be compared: " + byFirst());
        }
        Double share = crossover.exposureShare();
        if (share != null && isTooMuch(share) && !isTooMuch(crossover.share())) {
            reasons.add(exposures(share));
        }
        return reasons;
    }

    private static boolean isTooMuch(@Nullable Double share) {
        return share != null && share > MOST;
    }

    private String users() {
        if (crossover.users() < crossover.of()) {
            return Counted.part(crossover.users(), crossover.of(), "user")
                    + Counted.words(crossover.users(), " was", " were")
                    + " served by several arms: assignment does not stick to users, and those who are left"
                    + " are no fair sample";
        }
        return "every user was served by several arms, all " + Amounts.users(crossover.of())
                + ": assignment does not stick to users (is it drawn anew for every request?), and "
                + (policy == Crossover.EXCLUDE ? "nobody is left to compare" : "no user saw one arm alone");
    }

    private String exposures(double share) {
        return Counted.part(crossover.exposures(), crossover.ofExposures(), "exposure") + " ("
                + Amounts.percent(share) + ") "
                + Counted.words(crossover.exposures(), "is", "are") + " of "
                + Counted.of(crossover.users(), "user who was", "users who were")
                + " served by several arms, and those that are left are no fair sample; an id that stands for many"
                + " users, an anonymous one say, is to be left out (--exclude-users)";
    }

    private String byFirst() {
        List<String> parts = new ArrayList<>();
        for (Entry<String, Long> arm : new TreeMap<>(crossover.byFirstVariant()).entrySet()) {
            parts.add(Amounts.count(arm.getValue()) + " from " + arms.shown(arm.getKey()));
        }
        return String.join(", ", parts);
    }
}
