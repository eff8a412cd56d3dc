package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.Cluster;
import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.kpi.RequestRates;
import java.util.Arrays;
import java.util.List;

/**
 * The totals of every user in the order of their hashes, to be dealt out to arms again and again: 16 bytes for each, and 8 for each
 * metric. Too many users are put together into {@link Cluster#GROUPS} random groups, each dealt out as one.
 */
final class UserTotals {
    final boolean grouped;
    final long[] unit;
    final double[] exposures;
    /** By metric, then by unit. */
    final double[][] events;

    private UserTotals(int units, int metrics, boolean grouped) {
        this.grouped = grouped;
        unit = new long[units];
        exposures = new double[units];
        events = new double[metrics][units];
    }

    /**
     * Collects the totals.
     *
     * @param users how many there are
     * @param mostUsers beyond which they are grouped
     * @param rates which all count every exposure
     */
    static UserTotals of(
            LedgerSums sums, long users, long mostUsers, List<RequestMetric> metrics, List<RequestRates> rates) {
        boolean grouped = Cluster.of(users, mostUsers) == Cluster.USER_GROUP;
        UserTotals totals = new UserTotals(grouped ? Cluster.GROUPS : (int) users, rates.size(), grouped);
        int[] columns =
                rates.stream().mapToInt(rate -> metrics.indexOf(rate.metric())).toArray();
        if (grouped) {
            Arrays.setAll(totals.unit, group -> group);
        }
        int[] next = {0};
        sums.visitUsers((user, numerators, counted) -> {
            int at = grouped ? (int) Cluster.USER_GROUP.of(user) : next[0]++;
            if (!grouped) {
                totals.unit[at] = user;
            }
            totals.exposures[at] += counted[columns[0]];
            for (int i = 0; i < columns.length; i++) {
                totals.events[i][at] += numerators[columns[i]];
            }
        });
        return totals;
    }

    int size() {
        return unit.length;
    }
}
