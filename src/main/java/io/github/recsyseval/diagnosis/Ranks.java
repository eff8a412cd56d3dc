package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import java.util.List;

/**
 * J15: lists whose ranks are not 1, 2, 3, ... in any order. Share of the evaluated lists with items. A list that begins where one as long
 * may have ended is taken for a further page of a feed, whose ranks are its places: as long as others begin with 1, pages are worth a look
 * at most.
 */
final class Ranks implements Detector {
    /** Of the lists, so many begin with 1 where others are pages behind them. */
    private static final double FIRST_PAGES = 0.01;

    @Override
    public List<Finding> detect(Evidence evidence) {
        RequestWatch requests = evidence.requests();
        long wrong = requests.repeatedRanks + requests.notFromOne + requests.gaps;
        long all = wrong + requests.pages;
        if (all == 0) {
            return List.of();
        }
        Finding found = Finding.of(FindingCode.J15, all, requests.lists, "lists", text(requests));
        boolean paged = requests.lists - all >= FIRST_PAGES * requests.lists
                && FindingCode.J15.severity(wrong, requests.lists) != Severity.FAIL;
        return List.of(paged && found.severity() == Severity.FAIL ? found.with(Severity.WARN) : found);
    }

    private static String text(RequestWatch requests) {
        return "lists "
                + new Parts()
                        .add("with a repeated rank", requests.repeatedRanks)
                        .add("that may continue a page before", requests.pages)
                        .add("that begin with another rank than 1", requests.notFromOne)
                        .add("with gaps", requests.gaps);
    }
}
