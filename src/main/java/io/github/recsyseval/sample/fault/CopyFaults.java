package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.Booked;
import io.github.recsyseval.sample.log.HonestLogger;
import io.github.recsyseval.sample.log.ListedItem;
import io.github.recsyseval.sample.log.LoggedExposure;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Exposure lines too many. The copies of a request are its lines 1 (twin), 2 (superseded), 3 (identical), 4 (conflicting) and 5 (fetched ahead). */
final class CopyFaults {
    private CopyFaults() {}

    static Fault notRendered() {
        return new Fault(
                "not-rendered",
                "J06",
                "the server logs a list that the page throws away: within two seconds another one takes its place on the same surface",
                "requests",
                "exposures superseded within two seconds, without any outcome",
                Census.beside(CopyFaults::supersededBy),
                (log, chance) -> copyEach(log, chance, line -> superseded(log, line, chance)));
    }

    static Fault prefetch() {
        return new Fault(
                "prefetch",
                "J06",
                "lists are fetched ahead for pages that are hardly ever opened, and logged under the surface prefetch as if they were shown",
                "requests",
                "exposures on the surface prefetch",
                Census.exposuresThat(CopyFaults::fetchedAhead),
                (log, chance) -> copyEach(log, chance, line -> fetchedAhead(log, line, chance)));
    }

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "rid-per-list",
                        "J05",
                        "the id is created in a render effect that runs twice, so one list is logged under two ids",
                        "requests",
                        "exposures that repeat the list of the same user within a second under another id",
                        Census.beside(CopyFaults::twinOf),
                        (log, chance) -> copyEach(log, chance, line -> twin(line, chance))),
                new Fault(
                        "identical-duplicates",
                        "J04",
                        "the log shipper delivers a batch twice",
                        "requests",
                        "exposures equal in every field to an earlier one",
                        Census.exposures(Booked.Role.IDENTICAL),
                        (log, chance) -> copyEach(log, chance, line -> redelivered(line, chance))),
                new Fault(
                        "conflicting-duplicates",
                        "J04",
                        "a request is retried under its id, and the second answer differs in time, latency and order",
                        "requests",
                        "exposures under the id of an earlier one that they differ from",
                        Census.exposures(Booked.Role.CONFLICTING),
                        (log, chance) -> copyEach(log, chance, line -> retried(line, chance))));
    }

    private static boolean supersededBy(LoggedExposure line, LoggedExposure next) {
        long later = next.loggedMs() - line.loggedMs();
        return later > 0 && later < 2_000 && !sameItems(line, next);
    }

    private static boolean twinOf(LoggedExposure line, LoggedExposure first) {
        long later = line.loggedMs() - first.loggedMs();
        return later > 0 && later < 1_000 && sameItems(line, first);
    }

    private static boolean sameItems(LoggedExposure one, LoggedExposure other) {
        return one.items().size() == other.items().size()
                && other.items().stream().allMatch(item -> one.lists(item.itemId()));
    }

    /** The line that a request itself left, under its own id. */
    private static boolean original(LoggedExposure line) {
        return line.line() == 0 && !line.touched(Part.REQUEST_ID);
    }

    private static void copyEach(SessionLog log, Chance chance, UnaryOperator<LoggedExposure> copy) {
        for (LoggedExposure line : List.copyOf(log.exposures())) {
            if (original(line) && chance.hits(line.visit())) {
                log.add(copy.apply(line).marked(chance.mark(Part.EXTRA)));
            }
        }
    }

    private static LoggedExposure superseded(SessionLog log, LoggedExposure line, Chance chance) {
        // a negative number asks the world for a list that no request has
        List<ListedItem> other = log.logger()
                .items(chance.world()
                        .list(-1 - line.visit(), log.visit(line.visit()).surface()));
        return line.again(2, 0)
                .shifted(-chance.between(300, 1_900, line.visit()))
                .withRequestId(chance.world().ids().request("superseded", line.visit()))
                .withItems(other);
    }

    private static boolean fetchedAhead(LoggedExposure line) {
        return line.context().getOrDefault("surface", "").startsWith("prefetch");
    }

    private static LoggedExposure fetchedAhead(SessionLog log, LoggedExposure line, Chance chance) {
        // a negative number asks the world for a list that no request has
        List<ListedItem> other = log.logger()
                .items(chance.world()
                        .list(
                                Long.MIN_VALUE + line.visit(),
                                log.visit(line.visit()).surface()));
        Map<String, String> context = new LinkedHashMap<>(line.context());
        context.put("surface", "prefetch");
        return line.again(5, 0)
                .shifted(chance.between(3_000, 9_000, line.visit()))
                .withRequestId(chance.world().ids().request("prefetch", line.visit()))
                .withItems(other)
                .withContext(context);
    }

    private static LoggedExposure twin(LoggedExposure line, Chance chance) {
        return line.again(1, 0)
                .shifted(chance.between(20, 900, line.visit()))
                .withRequestId(chance.world().ids().request("twin", line.visit()));
    }

    private static LoggedExposure redelivered(LoggedExposure line, Chance chance) {
        return line.again(3, chance.between(1_000, 30_000, line.visit()));
    }

    private static LoggedExposure retried(LoggedExposure line, Chance chance) {
        List<ListedItem> swapped = new ArrayList<>(line.items());
        if (swapped.size() > 1) {
            int last = swapped.size() - 1;
            Collections.swap(swapped, last - 1, last);
            swapped.set(
                    last - 1,
                    swapped.get(last - 1).withRank(line.items().get(last - 1).rank()));
            swapped.set(last, swapped.get(last).withRank(line.items().get(last).rank()));
        }
        int later = chance.between(200, 1_500, line.visit());
        String latency = HonestLogger.decimal(later * 10L - 37, 10);
        LoggedExposure retried = line.again(4, 0).shifted(later).withItems(swapped);
        return line.touched(Part.LATENCY) ? retried : retried.withLatency(latency);
    }
}
