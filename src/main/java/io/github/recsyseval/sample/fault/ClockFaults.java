package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.LoggedExposure;
import io.github.recsyseval.sample.log.LoggedOutcome;
import io.github.recsyseval.sample.log.OutcomeClass;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionLog;
import java.util.List;

/** Lines that state a time at which they were not written. */
final class ClockFaults {
    private static final int TWO_HOURS_MS = 7_200_000;
    private static final long YEAR_MS = 365L * 86_400_000;

    private ClockFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                        "clock",
                        "the client writes local time with a Z behind it, two hours off",
                        "requests",
                        ClockFaults::localTime),
                fault(
                        "clock-skew",
                        "the clock of a device is one to ten minutes slow",
                        "users",
                        ClockFaults::slowDevice),
                new Fault(
                        "clock-reset",
                        "J10",
                        "a server comes up without the time and logs 1970 until it is set",
                        "exposures",
                        "exposures that state a time in 1970",
                        Census.exposuresThat(ClockFaults::inFirstYear),
                        ClockFaults::withoutTime));
    }

    private static Fault fault(String name, String imitates, String rateOf, Fault.Planting planting) {
        return new Fault(
                name,
                "J10",
                imitates,
                rateOf,
                "outcomes that state a time before the exposure they join",
                Census.outcomes(Base.JOINED_OUTCOMES, OutcomeClass.BEFORE_EXPOSURE),
                planting);
    }

    private static void localTime(SessionLog log, Chance chance) {
        log.changeOutcomes(line -> chance.hits(line.visit()) ? earlier(line, TWO_HOURS_MS, chance) : line);
    }

    private static void slowDevice(SessionLog log, Chance chance) {
        log.changeOutcomes(line -> {
            long user = log.user(line).number();
            return chance.hits(user) ? earlier(line, chance.between(60_000, 600_000, user), chance) : line;
        });
    }

    private static boolean inFirstYear(LoggedExposure line) {
        return line.loggedMs() < YEAR_MS;
    }

    private static void withoutTime(SessionLog log, Chance chance) {
        log.changeExposures(line -> line.touched(Part.TIME) || !chance.hits(line.key())
                ? line
                : line.stating(chance.between(1_000, 86_400_000, line.key())).marked(chance.mark(Part.TIME)));
    }

    private static LoggedOutcome earlier(LoggedOutcome line, int byMs, Chance chance) {
        return line.touched(Part.TIME)
                ? line
                : line.withLoggedMs(line.loggedMs() - byMs).marked(chance.mark(Part.TIME));
    }
}
