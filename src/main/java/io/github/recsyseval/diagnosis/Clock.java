package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.text.Counted;
import java.util.List;

/** J10: outcomes earlier than their exposure. Share of the matched outcomes. */
final class Clock implements Detector {
    @Override
    public List<Finding> detect(Evidence evidence) {
        long count = evidence.join().outcomeClasses()[OutcomeClass.BEFORE_EXPOSURE.ordinal()];
        if (count == 0) {
            return List.of();
        }
        long whole = evidence.requests().wholeHalfHours;
        String text = Counted.of(count, "outcome comes before its exposure", "outcomes come before their exposure")
                + ", " + Words.percent(whole, count)
                + " of them by a whole number of half hours"
                + (whole > count * 2 / 3 ? ": a time zone" : "; the others by clocks that differ");
        return List.of(Finding.of(FindingCode.J10, count, evidence.tally().matchedOutcomes(), "joined outcomes", text));
    }
}
