package io.github.recsyseval.experiment;

import io.github.recsyseval.experiment.ArmHours.Shown;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time in which an arm was shown and none of its users had an outcome, although many would have had one at the rate of
 * another arm: its outcomes were not logged.
 *
 * @param from the first hour, since 1970
 * @param until the hour after the last one
 * @param exposures of the arm in it
 * @param expected outcomes, at most one for each user and hour
 */
record OutcomeHole(long from, long until, long exposures, double expected) {
    /**
     * With so many expected, none is seen by chance in one of 10^13 stretches; the other arm needs as many, or its rate is known too badly
     * to expect anything by.
     */
    private static final double MANY = 30;

    private static final long SECONDS = 3_600;

    /**
     * The hole of an arm in which most is missing; null where there is none, or where the hours are not known. An arm without any outcome
     * at all may be what nobody wants, and has none.
     */
    static @Nullable OutcomeHole of(ArmHours shown, OutcomeHours outcomes, int arm, int other) {
        if (shown.tooMany() || !outcomes.isComplete() || outcomes.users(arm).isEmpty()) {
            return null;
        }
        Map<Long, ? extends Shown> here = shown.hours(arm);
        Map<Long, ? extends Shown> there = shown.hours(other);
        TreeSet<Long> hours = new TreeSet<>(here.keySet());
        hours.addAll(there.keySet());
        hours.addAll(outcomes.users(other).keySet());
        OutcomeHole most = null;
        Stretch stretch = new Stretch();
        for (long hour : hours) {
            if (outcomes.users(arm).containsKey(hour)) {
                stretch = new Stretch();
                continue;
            }
            stretch.add(
                    hour,
                    exposures(here.get(hour)),
                    exposures(there.get(hour)),
                    outcomes.users(other).getOrDefault(hour, 0));
            OutcomeHole hole = stretch.hole();
            most = hole.expected >= MANY && (most == null || hole.expected > most.expected) ? hole : most;
        }
        return most;
    }

    private static long exposures(@Nullable Shown shown) {
        return shown == null ? 0 : shown.exposures();
    }

    String words() {
        return "from " + Instant.ofEpochSecond(from * SECONDS) + " to " + Instant.ofEpochSecond(until * SECONDS);
    }

    /** Hours that follow each other without an outcome of the arm. */
    private static final class Stretch {
        private long from = Long.MAX_VALUE;
        private long until;
        private long here;
        private long there;
        private long outcomes;

        void add(long hour, long exposuresHere, long exposuresThere, int outcomesThere) {
            from = Math.min(from, hour);
            until = hour + 1;
            here += exposuresHere;
            there += exposuresThere;
            outcomes += outcomesThere;
        }

        OutcomeHole hole() {
            double expected = outcomes < MANY ? 0 : (double) outcomes * here / there;
            return new OutcomeHole(from, until, here, expected);
        }
    }
}
