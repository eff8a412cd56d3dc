package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.text.Counted;
import java.util.Arrays;
import java.util.List;

/**
 * J26: a user_id that stands for many people, such as that of all who are not logged in, or for a machine, such as a monitor. At most three
 * ids that have a twentieth of the exposures each, and ten times as many as any other user with at least
 * {@value FrequentClickers#FEWEST_CLICKS} clicks or, where they have fewer clicks themselves, as any other user; where nearly all users are
 * as busy, as in a shop for a dozen companies, none is. Or one id that has all exposures, from a thousand on. Share of the exposures.
 */
final class SharedIds implements Detector {
    private static final int MOST_IDS = 3;
    private static final double DOMINANT = 0.05;
    private static final int TIMES = 10;
    private static final int MANY = 1_000;

    @Override
    public List<Finding> detect(Evidence evidence) {
        RequestWatch requests = evidence.requests();
        long[] buckets = requests.buckets.counts();
        if (requests.requests >= MANY && requests.buckets.isOneUser()) {
            String all = "all " + Words.count(requests.requests) + " exposures have one user_id";
            return List.of(finding(requests.requests, requests.requests, all));
        }
        List<Finding> clicking = dominant(requests.exposuresOfClickers.clone(), requests.requests, "");
        return clicking.isEmpty()
                ? dominant(buckets, requests.requests, " and fewer than " + FrequentClickers.FEWEST_CLICKS + " clicks")
                : clicking;
    }

    private static List<Finding> dominant(long[] exposures, long all, String and) {
        Arrays.sort(exposures);
        int first = exposures.length;
        long shared = 0;
        while (first > 0 && exposures[first - 1] >= DOMINANT * all) {
            shared += exposures[--first];
        }
        int ids = exposures.length - first;
        long next = Math.max(first > 0 ? exposures[first - 1] : 0, FrequentClickers.FEWEST_CLICKS);
        if (ids == 0 || ids > MOST_IDS || shared == all || exposures[first] < TIMES * next) {
            return List.of();
        }
        String text = Counted.of(ids, "user_id has", "user_ids have") + " "
                + Words.percent(shared, all) + " of the exposures" + and + ", and no other more than "
                + Words.percent(next, all);
        return List.of(finding(shared, all, text));
    }

    private static Finding finding(long count, long n, String text) {
        return Finding.of(FindingCode.J26, count, n, "exposures", text);
    }
}
