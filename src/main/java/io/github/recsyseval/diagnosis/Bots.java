package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.join.OutcomeIndex;
import java.util.List;

/**
 * J19: users with at least twenty exposures and more clicks on each than one, and than five times the mean. Share of the clicks that
 * match an exposure.
 */
final class Bots implements Detector {
    private static final int FEWEST_EXPOSURES = 20;

    @Override
    public List<Finding> detect(Evidence evidence) {
        RequestWatch requests = evidence.requests();
        OutcomeIndex outcomes = evidence.outcomes();
        long[] clicks = new long[requests.heavyUsers().size()];
        long all = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            if (outcomes.isClick(row) && outcomes.outcomeClass(row).isMatched()) {
                all++;
                int heavy = requests.heavyUsers().number(outcomes.user(row));
                if (heavy >= 0) {
                    clicks[heavy]++;
                }
            }
        }
        double tooMany = Math.max(1, 5.0 * all / Math.max(1, requests.requests));
        long users = 0;
        long count = 0;
        long exposures = 0;
        for (int i = 0; i < clicks.length; i++) {
            long shown = requests.heavyExposures[i];
            if (shown >= FEWEST_EXPOSURES && clicks[i] > tooMany * shown) {
                users++;
                count += clicks[i];
                exposures += shown;
            }
        }
        if (count == 0) {
            return List.of();
        }
        String text = Words.count(users) + " users make " + Words.percent(exposures, requests.requests)
                + " of the exposures and " + Words.percent(count, all) + " of the clicks";
        return List.of(Finding.of(FindingCode.J19, count, all, "clicks", text));
    }
}
