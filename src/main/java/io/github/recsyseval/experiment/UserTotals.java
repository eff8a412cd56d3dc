package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.Cluster;
import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.UserValues;
import io.github.recsyseval.metric.kpi.RequestRates;
import java.util.Arrays;
import java.util.List;

/**
 * The totals of every user in the order of their hashes, to be dealt out to arms again and again. Too many users are put together into
 * {@link Cluster#GROUPS} random groups, each split as one.
 */
final class UserTotals {
    private final Cluster cluster;
    private final int metrics;
    private final UserValues values;

    private UserTotals(Cluster cluster, int metrics, UserValues values) {
        this.cluster = cluster;
        this.metrics = metrics;
        this.values = values;
    }

    /**
     * Collects the totals.
     *
     * @param cluster what is dealt out as one
     * @param rates which all count every exposure
     * @param into takes one value more than there are rates
     */
    static UserTotals of(
            LedgerSums sums, Cluster cluster, List<RequestMetric> metrics, List<RequestRates> rates, UserValues into) {
        int[] columns =
                rates.stream().mapToInt(rate -> metrics.indexOf(rate.metric())).toArray();
        double[] totals = new double[1 + columns.length];
        long[] unit = {0};
        boolean[] any = {false};
        sums.visitUsers((user, numerators, counted) -> {
            if (any[0] && cluster.of(user) != unit[0]) {
                into.add(unit[0], totals);
                Arrays.fill(totals, 0);
            }
            any[0] = true;
            unit[0] = cluster.of(user);
            totals[0] += counted[columns[0]];
            for (int i = 0; i < columns.length; i++) {
                totals[1 + i] += numerators[columns[i]];
            }
        });
        if (any[0]) {
            into.add(unit[0], totals);
        }
        return new UserTotals(cluster, columns.length, into);
    }

    boolean grouped() {
        return cluster != Cluster.USER;
    }

    int metrics() {
        return metrics;
    }

    /** All users or groups: first their exposures, then the events of each metric. */
    UserValues.Reader reader() {
        return values.reader();
    }
}
