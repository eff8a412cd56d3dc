package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.text.Counted;
import java.util.List;

/** J09: joined outcomes on items that their list does not hold. Share of the matched outcomes. */
final class ItemNotShown implements Detector {
    @Override
    public List<Finding> detect(Evidence evidence) {
        long count = evidence.join().outcomeClasses()[OutcomeClass.ITEM_NOT_SHOWN.ordinal()];
        if (count == 0) {
            return List.of();
        }
        return List.of(Finding.of(
                FindingCode.J09, count, evidence.tally().matchedOutcomes(), "joined outcomes", elsewhere(evidence)));
    }

    /** How many of those in the sample name an item of another list of the same user: then the id is stale. */
    private static String elsewhere(Evidence evidence) {
        OutcomeIndex outcomes = evidence.outcomes();
        SampledUsers users = evidence.requests().users();
        long looked = 0;
        long found = 0;
        for (int row : SampledUsers.rows(evidence, evidence.requests().sample, OutcomeClass.ITEM_NOT_SHOWN)) {
            long item = outcomes.item(row);
            looked++;
            boolean elsewhere = users.wasShown(outcomes.user(row), item, Long.MIN_VALUE, Long.MAX_VALUE);
            found += elsewhere ? 1 : 0;
        }
        if (looked == 0) {
            return Words.count(evidence.join().outcomeClasses()[OutcomeClass.ITEM_NOT_SHOWN.ordinal()])
                    + " do, none of them by a user examined closely";
        }
        return "of " + Words.count(looked) + " examined, " + Counted.of(found, "names", "name")
                + " an item of another list of the same user (a stale request_id), "
                + Words.count(looked - found) + " an item of none of the user's lists (another kind of item id?)";
    }
}
