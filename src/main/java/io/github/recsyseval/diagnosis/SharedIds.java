package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.text.Counted;
import java.util.Arrays;
import java.util.List;

/**
 * J26: a user_id that stands for many people, such as that of all who are not logged in. At most three ids that have a twentieth of the
 * exposures each, and ten times as many as any other user with at least {@value HeavyUsers#FEWEST_CLICKS} clicks; where nearly all
 * users are as busy, as in a shop for a dozen companies, none is. Share of the exposures.
 */
final class SharedIds implements Detector {
    private static final int MOST_IDS = 3;
    private static final double DOMINANT = 0.05;
    private static final int TIMES = 10;

    @Override
    public List<Finding> detect(Evidence evidence) {
        RequestWatch requests = evidence.requests();
        long[] exposures = requests.heavyExposures.clone();
        Arrays.sort(exposures);
        int first = exposures.length;
        long shared = 0;
        while (first > 0 && exposures[first - 1] >= DOMINANT * requests.requests) {
            shared += exposures[--first];
        }
        int ids = exposures.length - first;
        long next = Math.max(first > 0 ? exposures[first - 1] : 0, HeavyUsers.FEWEST_CLICKS);
        boolean others = shared < requests.requests;
        if (ids == 0 || ids > MOST_IDS || !others || exposures[first] < TIMES * next) {
            return List.of();
        }
        String text = Counted.of(ids, "user_id has", "user_ids have") + " "
                + Words.percent(shared, requests.requests) + " of the exposures, and no other more than "
                + Words.percent(next, requests.requests);
        return List.of(Finding.of(FindingCode.J26, shared, requests.requests, "exposures", text));
    }
}
