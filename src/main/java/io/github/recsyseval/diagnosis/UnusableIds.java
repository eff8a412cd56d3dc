package io.github.recsyseval.diagnosis;

import io.github.recsyseval.event.IdHash;
import io.github.recsyseval.event.Placeholder;
import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.text.Counted;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * J03: outcomes without a usable request id: absent, empty, a word that means nothing ({@code undefined}), or one id on more of the
 * outcomes that match no exposure than any list could bring forth: over 100 and over 0.01 % of all. Share of the outcomes that parse.
 */
final class UnusableIds implements Detector {
    private static final long[] MEANINGLESS = hashes();
    private static final long MANY = 100;
    private static final double MANY_SHARE = 0.0001;

    /** Ascending. */
    private static long[] hashes() {
        List<String> words = Placeholder.all();
        long[] hashes = new long[words.size()];
        IdHash hash = new IdHash();
        for (int i = 0; i < hashes.length; i++) {
            byte[] text = words.get(i).getBytes(StandardCharsets.UTF_8);
            hash.hash(text, 0, text.length);
            hashes[i] = hash.first();
        }
        Arrays.sort(hashes);
        return hashes;
    }

    /** Whether an unmatched outcome row carries no id that could ever match. */
    static boolean isUnusable(OutcomeIndex outcomes, int row) {
        return Arrays.binarySearch(MEANINGLESS, outcomes.requestFirst(row)) >= 0;
    }

    @Override
    public List<Finding> detect(Evidence evidence) {
        OutcomeIndex outcomes = evidence.outcomes();
        long words = 0;
        long crowded = 0;
        for (int row = 0; row < outcomes.size(); ) {
            int end = row + 1;
            if (outcomes.outcomeClass(row) == OutcomeClass.UNMATCHED) {
                end = outcomes.end(row); // of those before of its request none is unmatched
                long unmatched = unmatched(outcomes, row, end);
                if (isUnusable(outcomes, row)) {
                    words += unmatched;
                } else if (unmatched > Math.max(MANY, MANY_SHARE * outcomes.size())) {
                    crowded += unmatched;
                }
            }
            row = end;
        }
        long count = evidence.outcomesWithoutId() + words + crowded;
        if (count == 0) {
            return List.of();
        }
        String text = Counted.of(evidence.outcomesWithoutId(), "has", "have") + " no request_id or an empty one, "
                + Words.count(words) + " a placeholder such as undefined, null or the zero UUID"
                + (crowded == 0 ? "" : ", " + Words.count(crowded) + " share an id with over 100 others");
        return List.of(Finding.of(FindingCode.J03, count, evidence.parsedOutcomes(), "outcomes", text));
    }

    private static long unmatched(OutcomeIndex outcomes, int from, int to) {
        long count = 0;
        for (int row = from; row < to; row++) {
            count += outcomes.outcomeClass(row) == OutcomeClass.UNMATCHED ? 1 : 0;
        }
        return count;
    }
}
