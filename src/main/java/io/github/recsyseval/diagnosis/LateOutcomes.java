package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.join.OutcomeClass;
import java.util.List;

/**
 * J10: outcomes that come too late to be true. Either more than half of them have delays of nearly the same length (within two bins of
 * {@link LogBins}) that are whole half hours from one on, or days: clocks that run ahead. Or more than half lie outside the attribution
 * window, which may also be too short: below nine in ten that is worth a look only. Share of the matched outcomes.
 */
final class LateOutcomes implements Detector {
    private static final long FEWEST = 30;
    /** From 56 minutes on. */
    private static final int AN_HOUR = LogBins.BIN_OF_ONE + 4 * 5 + 3;
    /** From 3,072 minutes on. */
    private static final int TWO_DAYS = LogBins.BIN_OF_ONE + 4 * 11 + 2;

    private static final double NEARLY_ALL = 0.9;

    @Override
    public List<Finding> detect(Evidence evidence) {
        long matched = evidence.tally().matchedOutcomes();
        if (matched < FEWEST) {
            return List.of();
        }
        LogBins delays = evidence.requests().delays.minutes;
        int bin = densest(delays);
        long alike = delays.count(bin, bin + 2);
        if (2 * alike > matched && (bin >= TWO_DAYS || 2 * evidence.requests().delays.wholeHalfHoursLate > matched)) {
            String text = Words.count(alike) + " outcomes come " + Words.minutes(LogBins.lower(bin)) + " to "
                    + Words.minutes(LogBins.lower(bin + 2)) + " after their exposure: clocks that run ahead"
                    + (bin < TWO_DAYS ? " by a multiple of 30 minutes, a time zone" : "");
            return List.of(Finding.of(FindingCode.J10, alike, matched, "joined outcomes", text));
        }
        long outside = evidence.join().outcomeClasses()[OutcomeClass.OUTSIDE_WINDOW.ordinal()];
        return 2 * outside > matched ? List.of(outside(outside, matched, delays)) : List.of();
    }

    private static Finding outside(long outside, long matched, LogBins delays) {
        String text =
                Words.count(outside) + " outcomes come after the attribution window, and half of all come more than "
                        + Words.minutes(LogBins.lower(delays.median())) + " after their exposure"
                        + " (do clocks run ahead, or is the window too short?)";
        Finding found = Finding.of(FindingCode.J10, outside, matched, "joined outcomes", text);
        return outside < NEARLY_ALL * matched ? found.with(Severity.WARN) : found;
    }

    private static int densest(LogBins delays) {
        int densest = AN_HOUR;
        for (int bin = AN_HOUR; bin < LogBins.BINS - 1; bin++) {
            densest = delays.count(bin, bin + 2) > delays.count(densest, densest + 2) ? bin : densest;
        }
        return densest;
    }
}
