package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import java.util.List;

/**
 * J28: people act on the first item of nearly every list. A client that logs the first item in place of the one that was clicked does so,
 * but so does a player that starts the first video by itself. Share of the lists of three items and more with an outcome on one of them;
 * nothing is said below a hundred.
 */
final class FirstItemOnly implements Detector {
    private static final long FEW = 100;

    @Override
    public List<Finding> detect(Evidence evidence) {
        FirstItems seen = evidence.requests().firstItems;
        if (seen.lists < FEW || seen.firstOnly == 0) {
            return List.of();
        }
        String text = Words.count(seen.firstOnly) + " of " + Words.count(seen.lists)
                + " lists of three items and more with an outcome on one of them have it on the first only"
                + " (does the client log the first item in place of the one that was clicked?)";
        return List.of(Finding.of(
                FindingCode.J28,
                seen.firstOnly,
                seen.lists,
                "lists of three items and more with an outcome on one",
                text));
    }
}
