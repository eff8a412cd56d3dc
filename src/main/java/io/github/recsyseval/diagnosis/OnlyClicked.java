package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.text.Counted;
import java.util.List;

/** J27: nearly every list with items has an outcome. Share of those lists. */
final class OnlyClicked implements Detector {
    @Override
    public List<Finding> detect(Evidence evidence) {
        long lists = evidence.requests().lists.all;
        long joined = Math.min(evidence.tally().joined(), lists);
        if (joined == 0) {
            return List.of();
        }
        String text = Counted.part(joined, lists, "list") + Counted.words(joined, " has", " have") + " an outcome";
        return List.of(Finding.of(FindingCode.J27, joined, lists, "lists with items", text));
    }
}
