package io.github.recsyseval.experiment;

import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.metric.RowGroups;
import io.github.recsyseval.metric.UserGrouping.UserRows;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.stat.RatioMoments;
import java.util.List;

/**
 * Counts, by arm and clustered by user, the outcomes of users in the experiment that match no exposure, from the user's first exposure in
 * it on. The figures of the arm lack them. Outcomes whose user is in no arm are nobody's. Of large
 * logs a sample of the users is taken, by their hashes.
 */
final class OrphanOutcomes implements UserWatch {
    private final TimesByUser orphans;

    /** How many of a user count, where the user's outcomes begin. */
    private final int[] counts;

    OrphanOutcomes(OutcomeIndex outcomes) {
        orphans = TimesByUser.of(outcomes, row -> outcomes.isInJoinRate(row) && !outcomes.isJoined(row));
        counts = new int[orphans.size()];
    }

    @Override
    public int[] breakdowns() {
        return new int[0];
    }

    @Override
    public void see(UserRows rows, int[] arms) {
        int from = orphans.first(rows.user());
        if (from < 0) {
            return;
        }
        long first = Long.MAX_VALUE;
        for (int i = 0; i < rows.size(); i++) {
            first = arms[i] >= 0 ? Math.min(first, rows.time(i)) : first;
        }
        int to = orphans.end(from);
        for (int row = from; row < to; row++) {
            counts[from] += orphans.time(row) >= first ? 1 : 0;
        }
    }

    /**
     * Outcomes without an exposure / these and the clicks and conversions that count, by arm, of users who have any. Nothing where every
     * outcome has an exposure.
     *
     * @param groups the arms' rows, in which {@code ledger} is gone through
     * @param columns says where a KPI stands in the totals of a user
     */
    List<RatioMoments> shares(int arms, LedgerSums ledger, RowGroups groups, ArmSums columns) {
        List<RatioMoments> shares = LostAssignments.moments(arms);
        if (orphans.size() == 0) {
            return shares;
        }
        int clicks = columns.metrics().indexOf(RequestRates.CTR.metric());
        int conversions = columns.metrics().indexOf(RequestRates.CONVERSION_RATE.metric());
        ledger.visitUsers(groups, (user, arm, totals, counted) -> {
            if (!orphans.isIn(user)) {
                return;
            }
            int row = orphans.first(user);
            int lost = row < 0 ? 0 : counts[row];
            double all = lost + totals[clicks] + totals[conversions];
            if (all > 0) {
                shares.get(arm).add(lost, all);
            }
        });
        return shares;
    }
}
