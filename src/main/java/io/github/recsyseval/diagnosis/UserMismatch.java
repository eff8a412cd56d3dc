package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.text.Counted;
import java.util.List;

/** J07: joined outcomes that name another user than their exposure. Share of the matched outcomes. */
final class UserMismatch implements Detector {
    @Override
    public List<Finding> detect(Evidence evidence) {
        long count = evidence.tally().userMismatches();
        long n = evidence.tally().matchedOutcomes();
        return count == 0
                ? List.of()
                : List.of(Finding.of(
                        FindingCode.J07,
                        count,
                        n,
                        "joined outcomes",
                        Counted.part(count, n, "joined outcome") + Counted.words(count, " names", " name")
                                + " another user_id"));
    }
}
