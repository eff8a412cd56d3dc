package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.text.Counted;
import java.util.List;

/** J16: lists that hold an item twice. Share of the evaluated lists with items. */
final class RepeatedItems implements Detector {
    @Override
    public List<Finding> detect(Evidence evidence) {
        ListFaults lists = evidence.requests().lists;
        return lists.repeatedItems == 0
                ? List.of()
                : List.of(Finding.of(
                        FindingCode.J16,
                        lists.repeatedItems,
                        lists.all,
                        "lists",
                        Counted.of(lists.repeatedItems, "list holds", "lists hold") + " an item more than once"));
    }
}
