package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.Booked;
import io.github.recsyseval.sample.log.LoggedExposure;
import io.github.recsyseval.sample.log.LoggedOutcome;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionBooks;
import io.github.recsyseval.sample.log.SessionLog;
import io.github.recsyseval.sample.world.Visit;
import java.util.List;
import java.util.Optional;

/** Outcomes that end at a list which did not show their item. */
final class AttributionFaults {
    private AttributionFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "item-not-shown",
                        "J09",
                        "the client keeps the request id of the previous list after navigation (attribution smear)",
                        "outcomes of requests that are not the first of their session",
                        "outcomes whose stale id leads to a list without their item",
                        new Census(Base.JOINED_OUTCOMES, AttributionFaults::itemNotListed),
                        AttributionFaults::staleId),
                new Fault(
                        "item-namespace",
                        "J09",
                        "lists carry SKUs, outcomes the shop's product ids",
                        "requests",
                        "outcomes whose item id is of the other kind",
                        new Census(Base.JOINED_OUTCOMES, AttributionFaults::itemNotListed),
                        AttributionFaults::productId));
    }

    private static boolean itemNotListed(SessionBooks books, Booked line) {
        return line instanceof Booked.Outcome outcome
                && outcome.exposure()
                        .filter(exposure -> !exposure.lists(outcome.line().itemId()))
                        .isPresent();
    }

    private static void staleId(SessionLog log, Chance chance) {
        List<Visit> visits = log.visits();
        for (int i = 1; i < visits.size(); i++) {
            long visit = visits.get(i).number();
            Optional<String> previous = idOf(log, visits.get(i - 1).number());
            if (previous.isPresent()) {
                log.changeOutcomes(
                        outcome -> outcome.visit() == visit ? stale(log, outcome, previous.get(), chance) : outcome);
            }
        }
    }

    private static LoggedOutcome stale(SessionLog log, LoggedOutcome outcome, String previous, Chance chance) {
        boolean listedThere = log.exposures().stream()
                .anyMatch(exposure -> exposure.requestId().equals(previous) && exposure.lists(outcome.itemId()));
        boolean possible = !listedThere && !previous.equals(outcome.servedId()) && !outcome.touched(Part.REQUEST_ID);
        return possible && chance.hits(outcome.key())
                ? outcome.withRequestId(previous).marked(chance.mark(Part.REQUEST_ID))
                : outcome;
    }

    private static Optional<String> idOf(SessionLog log, long visit) {
        return log.exposures().stream()
                .filter(exposure -> exposure.visit() == visit && exposure.line() == 0)
                .map(LoggedExposure::requestId)
                .findFirst();
    }

    private static void productId(SessionLog log, Chance chance) {
        log.changeOutcomes(outcome -> !outcome.touched(Part.ITEM) && chance.hits(outcome.visit())
                ? outcome.withItemId(outcome.itemId().replace("sku-", "p")).marked(chance.mark(Part.ITEM))
                : outcome);
    }
}
