package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.text.Counted;
import java.util.List;

/**
 * Lists of one user on one surface within two seconds under different ids, in the sample of users. J05: the same items again, one list
 * with several ids; J06: other items while the first got no outcome, a list that was probably never rendered (a suspicion only). Lists on
 * other surfaces are other parts of the page. Shares of the sampled exposures.
 */
final class ListNeighbours implements Detector {
    private static final long NEAR = 2_000_000;
    /** Of a machine's thousands of lists within two seconds, only so many before and after each one are looked at. */
    private static final int MOST_NEIGHBOURS = 64;

    @Override
    public List<Finding> detect(Evidence evidence) {
        SampledExposures exposures = evidence.requests().sample;
        SampledUsers users = evidence.requests().users();
        long n = users.size();
        long twins = 0;
        long superseded = 0;
        for (int place = 0; place < users.size(); place++) {
            if (!exposures.isEmpty(users.row(place))) {
                twins += hasTwin(users, place) ? 1 : 0;
                superseded += !exposures.isJoined(users.row(place)) && isSuperseded(users, place) ? 1 : 0;
            }
        }
        if (n == 0) {
            return List.of();
        }
        return List.of(
                finding(
                        FindingCode.J05,
                        twins,
                        n,
                        Counted.words(twins, "has", "have")
                                + " the same list, user and surface as another up to two seconds before"),
                finding(
                        FindingCode.J06,
                        superseded,
                        n,
                        "gave way to another list of the same user and surface within two seconds, without an outcome"
                                + " (or are both parts of one page? then give each a surface)"));
    }

    private static Finding finding(FindingCode code, long count, long n, String what) {
        String text = Counted.part(count, n, "exposure") + " examined " + what;
        return Finding.of(code, count, n, "sampled exposures", text);
    }

    private static boolean hasTwin(SampledUsers users, int place) {
        int first = Math.max(0, place - MOST_NEIGHBOURS);
        for (int before = place - 1; before >= first && isNear(users, before, place); before--) {
            if (users.sameSurface(place, before) && users.sameList(place, before)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSuperseded(SampledUsers users, int place) {
        int end = Math.min(users.size(), place + 1 + MOST_NEIGHBOURS);
        for (int after = place + 1; after < end && isNear(users, place, after); after++) {
            if (users.sameSurface(place, after) && !users.sameList(place, after)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNear(SampledUsers users, int before, int after) {
        return users.user(before) == users.user(after) && users.time(after) - users.time(before) <= NEAR;
    }
}
