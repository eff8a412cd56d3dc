package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.Booked;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionBooks;
import io.github.recsyseval.sample.log.SessionLog;
import io.github.recsyseval.sample.world.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lists that share an id with another list. */
final class ExposureIdFaults {
    private ExposureIdFaults() {}

    static Fault ridReused() {
        return new Fault(
                "rid-reused",
                "J04",
                "the page keeps one request id while further lists are loaded, so a second list goes out under the id of the first",
                "requests that are not the first of their session",
                "exposures that repeat the id of an earlier, different list",
                new Census(Base.VALID_EXPOSURES, ExposureIdFaults::surplus),
                ExposureIdFaults::reuse);
    }

    private static boolean surplus(SessionBooks books, Booked line) {
        return line instanceof Booked.Exposure exposure && !exposure.kept();
    }

    private static void reuse(SessionLog log, Chance chance) {
        Map<Long, String> idOfPrevious = new HashMap<>();
        List<Visit> visits = log.visits();
        for (int i = 1; i < visits.size(); i++) {
            if (chance.hits(visits.get(i).number())) {
                idOfPrevious.put(visits.get(i).number(), idOf(log, visits.get(i - 1), idOfPrevious));
            }
        }
        log.changeExposures(line -> idOfPrevious.containsKey(line.visit())
                ? line.withRequestId(idIn(idOfPrevious, line.visit())).marked(chance.mark(Part.REQUEST_ID))
                : line);
        log.changeOutcomes(line ->
                idOfPrevious.containsKey(line.visit()) ? line.withServedId(idIn(idOfPrevious, line.visit())) : line);
        log.changeAssignments(line ->
                idOfPrevious.containsKey(line.visit()) ? line.withRequestId(idIn(idOfPrevious, line.visit())) : line);
    }

    /** The id of the request before, which may itself be that of an earlier one. */
    private static String idOf(SessionLog log, Visit visit, Map<Long, String> reused) {
        String id = reused.get(visit.number());
        return id != null ? id : log.logger().exposure(visit).requestId();
    }

    private static String idIn(Map<Long, String> ids, long visit) {
        return Objects.requireNonNull(ids.get(visit));
    }
}
