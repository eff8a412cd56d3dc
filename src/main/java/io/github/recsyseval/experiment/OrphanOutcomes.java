package io.github.recsyseval.experiment;

import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RowOrder;
import io.github.recsyseval.metric.UserGrouping.UserRows;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.stat.RatioMoments;
import java.util.Arrays;
import java.util.List;

/**
 * Counts, by arm and clustered by user, the outcomes of users in the experiment that match no exposure, from the user's first exposure in
 * it on. The figures of the arm lack them. Outcomes whose user is in no arm are nobody's.
 */
final class OrphanOutcomes implements UserWatch {
    /** With more, which fail the limit on the join rate in all but the largest logs, nothing is said. About 16 MB. */
    private static final int MOST = 1 << 20;

    private final List<RatioMoments> perExposure;
    private final long[] users;
    private final long[] times;

    /** @param arms how many there are */
    OrphanOutcomes(int arms, OutcomeIndex outcomes) {
        perExposure = LostAssignments.moments(arms);
        long[] whose = new long[1024];
        long[] when = new long[1024];
        int orphans = 0;
        for (int row = 0; row < outcomes.size() && orphans <= MOST; row++) {
            if (outcomes.isInJoinRate(row) && !outcomes.isJoined(row)) {
                if (orphans == whose.length) {
                    whose = Arrays.copyOf(whose, 2 * orphans);
                    when = Arrays.copyOf(when, 2 * orphans);
                }
                whose[orphans] = outcomes.user(row);
                when[orphans++] = outcomes.time(row);
            }
        }
        int kept = orphans > MOST ? 0 : orphans;
        users = new long[kept];
        times = new long[kept];
        int[] order = RowOrder.by(whose, kept);
        for (int i = 0; i < kept; i++) {
            users[i] = whose[order[i]];
            times[i] = when[order[i]];
        }
    }

    @Override
    public int[] breakdowns() {
        return new int[0];
    }

    @Override
    public void see(UserRows rows, int[] arms) {
        if (users.length == 0) {
            return;
        }
        int arm = Arms.NONE;
        int analysed = 0;
        long first = Long.MAX_VALUE;
        for (int i = 0; i < rows.size(); i++) {
            if (arms[i] >= 0) {
                arm = arms[i];
                analysed++;
                first = Math.min(first, rows.time(i));
            }
        }
        if (analysed > 0) {
            perExposure.get(arm).add(orphans(rows.user(), first), analysed);
        }
    }

    /** Of a user, from a moment on. */
    private int orphans(long user, long from) {
        int count = 0;
        for (int i = SortedUsers.first(users, user); i < users.length && users[i] == user; i++) {
            count += times[i] >= from ? 1 : 0;
        }
        return count;
    }

    /** Outcomes without an exposure / exposures that are analysed, by arm; nothing where every outcome has one. */
    List<RatioMoments> perExposure() {
        return perExposure;
    }

    /** Of an arm's outcomes that count and these, how many are these; NaN where it has none. */
    double share(int number, ArmSums arm) {
        double orphans = perExposure.get(number).numerator();
        double counted = arm.of(RequestRates.CTR).numerator()
                + arm.of(RequestRates.CONVERSION_RATE).numerator();
        return orphans / (orphans + counted);
    }
}
