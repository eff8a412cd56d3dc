package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.text.Counted;
import java.util.List;

/** J08: exposures whose user_id is their request_id. Share of the evaluated exposures. */
final class UserIsRequest implements Detector {
    @Override
    public List<Finding> detect(Evidence evidence) {
        long count = evidence.tally().userIsRequest();
        long n = evidence.tally().evaluated();
        return count == 0
                ? List.of()
                : List.of(Finding.of(
                        FindingCode.J08,
                        count,
                        n,
                        "exposures",
                        Counted.of(count, "exposure has", "exposures have")
                                + " the same text in user_id and request_id"));
    }
}
