package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RobotRule;
import io.github.recsyseval.text.Counted;
import java.util.List;

/**
 * J19: robots by {@link RobotRule}. Share of the clicks that match an exposure.
 */
final class Bots implements Detector {
    @Override
    public List<Finding> detect(Evidence evidence) {
        RequestWatch requests = evidence.requests();
        OutcomeIndex outcomes = evidence.outcomes();
        long[] clicks = new long[requests.frequentClickers().size()];
        long all = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            if (outcomes.isClick(row) && outcomes.outcomeClass(row).isMatched()) {
                all++;
                int clicker = requests.frequentClickers().number(outcomes.user(row));
                if (clicker >= 0) {
                    clicks[clicker]++;
                }
            }
        }
        RobotRule rule = RobotRule.of(all, requests.requests);
        long users = 0;
        long count = 0;
        long exposures = 0;
        for (int i = 0; i < clicks.length; i++) {
            long shown = requests.exposuresOfClickers[i];
            if (rule.isRobot(clicks[i], shown)) {
                users++;
                count += clicks[i];
                exposures += shown;
            }
        }
        if (count == 0) {
            return List.of();
        }
        String text = Counted.of(users, "user makes", "users make") + " " + Words.percent(exposures, requests.requests)
                + " of the exposures and " + Words.percent(count, all) + " of the clicks";
        return List.of(Finding.of(FindingCode.J19, count, all, "clicks", text));
    }
}
