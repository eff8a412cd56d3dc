package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.LoggedExposure;
import io.github.recsyseval.sample.log.OutcomeClass;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionLog;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Exposures that never reach the log while their outcomes and assignments do. */
final class LossFaults {
    private static final long BLOCK_MS = 900_000;

    private LossFaults() {}

    static List<Fault> all() {
        return List.of(
                loss(
                        "edge",
                        "J21",
                        "the export of the exposures begins later than that of the outcomes",
                        "the time of the sample, from its start",
                        (line, chance) -> line.arrivedMs() < edge(chance)),
                loss(
                        "lost-partition",
                        "J22",
                        "partitions of the exposure log were not delivered",
                        "quarters of an hour, each lost as a whole",
                        (line, chance) -> chance.hits(Math.floorDiv(line.arrivedMs(), BLOCK_MS))));
    }

    static Fault diffLoss() {
        return new Fault(
                "diff-loss",
                "J23",
                "the logger of variant B drops exposures that the one of A keeps",
                "requests of variant B",
                "outcomes whose exposure was lost",
                Census.outcomes(Base.VALID_OUTCOMES, OutcomeClass.UNMATCHED),
                (log, chance) ->
                        lose(log, chance, line -> log.user(line).variant().equals("B") && chance.hits(line.visit())));
    }

    private static long edge(Chance chance) {
        long start = chance.world().startMs();
        return start + (long) ((chance.world().endMs() - start) * chance.rate());
    }

    private static Fault loss(
            String name, String code, String imitates, String rateOf, BiPredicate<LoggedExposure, Chance> lost) {
        return new Fault(
                name,
                code,
                imitates,
                rateOf,
                "outcomes whose exposure was lost",
                Census.outcomes(Base.VALID_OUTCOMES, OutcomeClass.UNMATCHED),
                (log, chance) -> lose(log, chance, line -> lost.test(line, chance)));
    }

    private static void lose(SessionLog log, Chance chance, Predicate<LoggedExposure> which) {
        Set<String> before = ids(log);
        log.removeExposures(which);
        before.removeAll(ids(log));
        log.changeOutcomes(line -> before.contains(line.servedId()) ? line.marked(chance.mark(Part.REQUEST_ID)) : line);
    }

    private static Set<String> ids(SessionLog log) {
        Set<String> ids = new HashSet<>();
        log.exposures().forEach(line -> ids.add(line.requestId()));
        return ids;
    }
}
