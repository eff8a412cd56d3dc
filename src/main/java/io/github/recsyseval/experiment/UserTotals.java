package io.github.recsyseval.experiment;

import io.github.recsyseval.join.RowOrder;
import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.stat.Mix64;
import java.util.Arrays;
import java.util.List;

/**
 * The totals of every user, to be dealt out to arms again and again: 16 bytes for each, and 8 for each metric. Beyond {@link
 * #MAX_USERS} users they are put together at random into {@value #GROUPS} groups, each dealt out as one.
 */
final class UserTotals {
    /** The most users that are kept one by one. */
    static final int MAX_USERS = 1 << 22;

    /** How many groups there are beyond. */
    static final int GROUPS = 1 << 16;

    private static final int GROUP_SHIFT = Long.SIZE - 16;

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
            LedgerSums sums, long users, int mostUsers, List<RequestMetric> metrics, List<RequestRates> rates) {
        boolean grouped = users > mostUsers;
        UserTotals totals = new UserTotals(grouped ? GROUPS : (int) users, rates.size(), grouped);
        int[] columns =
                rates.stream().mapToInt(rate -> metrics.indexOf(rate.metric())).toArray();
        if (grouped) {
            Arrays.setAll(totals.unit, group -> group);
        }
        int[] next = {0};
        sums.visitUsers((user, numerators, counted) -> {
            int at = grouped ? (int) (Mix64.mix(user) >>> GROUP_SHIFT) : next[0]++;
            if (!grouped) {
                totals.unit[at] = user;
            }
            totals.exposures[at] += counted[columns[0]];
            for (int i = 0; i < columns.length; i++) {
                totals.events[i][at] += numerators[columns[i]];
            }
        });
        return grouped ? totals : totals.sorted();
    }

    /** In the order of the users, so that sums do not depend on the order in which users come. */
    private UserTotals sorted() {
        int[] order = RowOrder.by(unit, unit.length);
        UserTotals sorted = new UserTotals(unit.length, events.length, false);
        for (int i = 0; i < order.length; i++) {
            sorted.unit[i] = unit[order[i]];
            sorted.exposures[i] = exposures[order[i]];
            for (int metric = 0; metric < events.length; metric++) {
                sorted.events[metric][i] = events[metric][order[i]];
            }
        }
        return sorted;
    }

    int size() {
        return unit.length;
    }
}
