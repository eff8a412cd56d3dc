package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.join.DedupeEffect;
import io.github.recsyseval.join.OutcomeDedupe;
import io.github.recsyseval.text.Counted;
import java.util.List;

/**
 * J20: outcomes that repeat request, user, item and type of an earlier one at any time, but for those that deduplication has left out of
 * the KPIs. Share of the matched outcomes. Within two seconds nobody means it twice; what comes later may be people who click again, and is
 * at most worth a look.
 */
final class RepeatedOutcomes implements Detector {
    @Override
    public List<Finding> detect(Evidence evidence) {
        long all = repeated(evidence, OutcomeDedupe.AT_ANY_TIME);
        if (all == 0) {
            return List.of();
        }
        long matched = evidence.tally().matchedOutcomes();
        long soon = repeated(evidence, OutcomeDedupe.TWO_SECONDS);
        boolean mostlyLate = FindingCode.J20.severity(soon, matched) != Severity.FAIL;
        String text = Counted.of(all, "outcome repeats", "outcomes repeat")
                + " request, user, item and type of an earlier one, "
                + Words.count(soon) + " of them within two seconds"
                + (soon < all ? " (the others may be people who click or buy again, or take it back)" : "");
        Finding found = Finding.of(FindingCode.J20, all, matched, "joined outcomes", text);
        return List.of(mostlyLate && found.severity() == Severity.FAIL ? found.with(Severity.WARN) : found);
    }

    private static long repeated(Evidence evidence, OutcomeDedupe rule) {
        DedupeEffect effect = DedupeEffect.onWhatCounts(evidence.outcomes(), rule);
        return effect.clicks() + effect.conversions();
    }
}
