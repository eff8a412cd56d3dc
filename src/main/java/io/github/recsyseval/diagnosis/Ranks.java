package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.text.Counted;
import java.util.List;

/** J15: lists whose ranks are not 1, 2, 3, ... in any order. Share of the evaluated lists with items. */
final class Ranks implements Detector {
    @Override
    public List<Finding> detect(Evidence evidence) {
        RequestWatch requests = evidence.requests();
        if (requests.badRanks == 0) {
            return List.of();
        }
        String text = Counted.of(requests.notFromOne, "list does", "lists do") + " not begin with rank 1, "
                + Counted.of(requests.repeatedRanks, "gives", "give") + " a rank twice; the others have gaps";
        return List.of(Finding.of(FindingCode.J15, requests.badRanks, requests.lists, "lists", text));
    }
}
