package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import java.util.List;

/**
 * Lists of one user within two seconds under different ids, in the sample of users. J05: the same items again, one list with several ids;
 * J06: other items while the first got no outcome, a list that was probably never rendered (a suspicion only). Shares of the sampled
 * exposures.
 */
final class ListNeighbours implements Detector {
    private static final long NEAR = 2_000_000;

    @Override
    public List<Finding> detect(Evidence evidence) {
        long n = 0;
        long twins = 0;
        long superseded = 0;
        for (List<SampledExposure> exposures : SampledUsers.byUser(evidence).values()) {
            n += exposures.size();
            for (int i = 0; i < exposures.size(); i++) {
                twins += hasTwin(exposures, i) ? 1 : 0;
                superseded += isSuperseded(exposures, i) ? 1 : 0;
            }
        }
        if (n == 0) {
            return List.of();
        }
        return List.of(
                finding(FindingCode.J05, twins, n, "have the same list and user as another up to two seconds before"),
                finding(
                        FindingCode.J06,
                        superseded,
                        n,
                        "gave way to another list of the user within two seconds, without outcome"));
    }

    private static Finding finding(FindingCode code, long count, long n, String what) {
        String text = Words.count(count) + " of " + Words.count(n) + " exposures looked at " + what;
        return Finding.of(code, count, n, "sampled exposures", text);
    }

    private static boolean hasTwin(List<SampledExposure> exposures, int i) {
        SampledExposure list = exposures.get(i);
        for (int j = i - 1; j >= 0 && list.time() - exposures.get(j).time() <= NEAR; j--) {
            if (list.items().length > 0 && list.sameList(exposures.get(j))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSuperseded(List<SampledExposure> exposures, int i) {
        SampledExposure list = exposures.get(i);
        if (list.joined() || list.items().length == 0) {
            return false;
        }
        for (int j = i + 1; j < exposures.size() && exposures.get(j).time() - list.time() <= NEAR; j++) {
            if (!list.sameList(exposures.get(j))) {
                return true;
            }
        }
        return false;
    }
}
