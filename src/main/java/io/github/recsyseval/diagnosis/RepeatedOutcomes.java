package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.join.DedupeEffect;
import io.github.recsyseval.join.OutcomeDedupe;
import java.util.List;

/**
 * J20: outcomes that repeat request, user, item and type of an earlier one at any time, but for those that deduplication has left out of
 * the KPIs. Share of the matched outcomes.
 */
final class RepeatedOutcomes implements Detector {
    @Override
    public List<Finding> detect(Evidence evidence) {
        long all = repeated(evidence, OutcomeDedupe.AT_ANY_TIME);
        if (all == 0) {
            return List.of();
        }
        String text = Words.count(all) + " outcomes repeat request, user, item and type of an earlier one, "
                + Words.count(repeated(evidence, OutcomeDedupe.TWO_SECONDS)) + " of them within two seconds";
        return List.of(Finding.of(FindingCode.J20, all, evidence.tally().matchedOutcomes(), "joined outcomes", text));
    }

    private static long repeated(Evidence evidence, OutcomeDedupe rule) {
        DedupeEffect effect = DedupeEffect.onWhatCounts(evidence.outcomes(), rule);
        return effect.clicks() + effect.conversions();
    }
}
