package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.text.Counted;
import java.util.List;

/**
 * J24: lists with an item whose propensity is 0 or above 1, or absent while other items have one. Share of the lists that log any, among
 * those looked at closely.
 */
final class Propensities implements Detector {
    @Override
    public List<Finding> detect(Evidence evidence) {
        long n = 0;
        long count = 0;
        for (SampledLine line : evidence.requests().lines.lines()) {
            n += line.logsPropensity() ? 1 : 0;
            count += line.logsPropensity() && line.wrongPropensity() ? 1 : 0;
        }
        return count == 0
                ? List.of()
                : List.of(Finding.of(
                        FindingCode.J24,
                        count,
                        n,
                        "lists with propensities examined",
                        Counted.part(count, n, "list") + Counted.words(count, " has", " have")
                                + " an item whose propensity is absent, 0 or above 1"));
    }
}
