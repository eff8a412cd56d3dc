package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.text.Counted;
import java.util.ArrayList;
import java.util.List;

/**
 * J10: outcomes earlier than their exposure; and, where these are more than half, outcomes at the very time of it, which is worth a look.
 * Shares of the matched outcomes.
 */
final class Clock implements Detector {
    private static final long FEWEST = 30;

    @Override
    public List<Finding> detect(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        long matched = evidence.tally().matchedOutcomes();
        long before = evidence.join().outcomeClasses()[OutcomeClass.BEFORE_EXPOSURE.ordinal()];
        if (before > 0) {
            long whole = evidence.requests().delays.wholeHalfHoursEarly;
            String text = Counted.of(before, "outcome comes before its exposure", "outcomes come before their exposure")
                    + ", " + zones(whole, before);
            findings.add(Finding.of(FindingCode.J10, before, matched, "joined outcomes", text));
        }
        long same = evidence.requests().delays.sameInstant;
        if (same >= FEWEST && 2 * same > matched) {
            String text = Words.count(same) + " outcomes have exactly the time of their exposure"
                    + " (was its time copied, or is an impression logged as a click?)";
            findings.add(Finding.of(FindingCode.J10, same, matched, "joined outcomes", text)
                    .with(Severity.WARN));
        }
        return findings;
    }

    private static String zones(long whole, long before) {
        if (whole == 0) {
            return "none of them by a multiple of 30 minutes: clocks that differ, or ids of other lists";
        }
        return Words.percent(whole, before) + " of them by a multiple of 30 minutes"
                + (whole > before * 2 / 3 ? ": a time zone" : "; the others by clocks that differ");
    }
}
