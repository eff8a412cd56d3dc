package io.github.recsyseval.diagnosis;

import io.github.recsyseval.event.IdHash;
import io.github.recsyseval.event.Placeholder;
import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * J03: outcomes without a usable request id: absent, empty, a word that means nothing ({@code undefined}), or one id on more of the
 * outcomes that match no exposure than any list could bring forth: over 100 and over 0.01 % of all. Share of the outcomes that parse.
 */
final class UnusableIds implements Detector {
    private static final Set<Long> MEANINGLESS = hashes();
    private static final long MANY = 100;
    private static final double MANY_SHARE = 0.0001;

    private static Set<Long> hashes() {
        Set<Long> hashes = new HashSet<>();
        IdHash hash = new IdHash();
        for (String word : Placeholder.all()) {
            byte[] text = word.getBytes(StandardCharsets.UTF_8);
            hash.hash(text, 0, text.length);
            hashes.add(hash.first());
        }
        return hashes;
    }

    /** Whether an unmatched outcome row carries no id that could ever match. */
    static boolean isUnusable(OutcomeIndex outcomes, int row) {
        return MEANINGLESS.contains(outcomes.requestFirst(row));
    }

    @Override
    public List<Finding> detect(Evidence evidence) {
        OutcomeIndex outcomes = evidence.outcomes();
        long words = 0;
        long crowded = 0;
        for (int from = 0; from < outcomes.size(); ) {
            int to = outcomes.end(from);
            long unmatched = IntStream.range(from, to)
                    .filter(row -> outcomes.outcomeClass(row) == OutcomeClass.UNMATCHED)
                    .count();
            if (isUnusable(outcomes, from)) {
                words += unmatched;
            } else if (unmatched > Math.max(MANY, MANY_SHARE * outcomes.size())) {
                crowded += unmatched;
            }
            from = to;
        }
        long count = evidence.outcomesWithoutId() + words + crowded;
        if (count == 0) {
            return List.of();
        }
        String text = Words.count(evidence.outcomesWithoutId()) + " have no request_id or an empty one, "
                + Words.count(words) + " a placeholder such as undefined, null or the zero UUID"
                + (crowded == 0 ? "" : ", " + Words.count(crowded) + " share an id with over 100 others");
        return List.of(Finding.of(FindingCode.J03, count, evidence.parsedOutcomes(), "outcomes", text));
    }
}
