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
        ListFaults lists = evidence.requests().lists;
        long wrong = lists.repeatedRanks + lists.notFromOne + lists.gaps;
        long all = wrong + lists.pages;
        if (all == 0) {
            return List.of();
        }
        Finding found = Finding.of(FindingCode.J15, all, lists.all, "lists", text(lists));
        boolean paged = lists.all - all >= FIRST_PAGES * lists.all
                && FindingCode.J15.severity(wrong, lists.all) != Severity.FAIL;
        return List.of(paged && found.severity() == Severity.FAIL ? found.with(Severity.WARN) : found);
    }

    private static String text(ListFaults lists) {
        return "lists "
                + new Parts()
                        .add("with a repeated rank", lists.repeatedRanks)
                        .add("that may continue a page before", lists.pages)
                        .add("that begin with another rank than 1", lists.notFromOne)
                        .add("with gaps", lists.gaps);
    }
}
