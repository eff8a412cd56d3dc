package io.github.recsyseval.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sums of several groups of rows over their users, but for the latencies, filled part by part; and how many latencies they have. */
final class UserSums {
    private final Cluster cluster;
    private final List<SliceSums> sums = new ArrayList<>();
    private final long[] latencies;
    private final double[] userSums;
    private final long[] userCounted;

    UserSums(RequestMetric[] metrics, RowGroups groups) {
        cluster = groups.cluster();
        for (int group = 0; group < groups.count(); group++) {
            sums.add(new SliceSums(metrics));
        }
        latencies = new long[groups.count()];
        userSums = new double[metrics.length];
        userCounted = new long[metrics.length];
    }

    /** The sums by group. */
    List<SliceSums> sums() {
        return sums;
    }

    /** How many rows of each group have a latency. */
    long[] latencies() {
        return latencies;
    }

    /** Adds the sums over other parts. */
    void add(UserSums other) {
        for (int group = 0; group < latencies.length; group++) {
            sums.get(group).add(other.sums.get(group));
            latencies[group] += other.latencies[group];
        }
    }

    /** Adds the rows of a part. */
    void add(LedgerRows rows, GroupedRows grouped) {
        for (int group = 0; group < latencies.length; group++) {
            if (grouped.has(group)) {
                int[] order = grouped.order();
                int from = grouped.from(group);
                int to = grouped.to(group);
                if (cluster == Cluster.USER) {
                    addUsers(sums.get(group), rows, order, from, to);
                } else {
                    addUserGroups(sums.get(group), rows, order, from, to);
                }
                for (int i = from; i < to; i++) {
                    latencies[group] += Double.isNaN(rows.latency(order[i])) ? 0 : 1;
                }
            }
        }
    }

    /** Adds rows of an order in which the rows of a user stand together. */
    private void addUsers(SliceSums slice, LedgerRows rows, int[] order, int from, int to) {
        for (int start = from; start < to; ) {
            long who = rows.user(order[start]);
            int blanks = 0;
            int end = start;
            for (; end < to && rows.user(order[end]) == who; end++) {
                if (rows.isBlank(order[end])) {
                    blanks++;
                } else {
                    LedgerSums.add(rows.vector(order[end]), 1, userSums, userCounted);
                }
            }
            if (blanks == end - start) {
                slice.addBlankUser(blanks, rows.blank());
            } else {
                LedgerSums.add(rows.blank(), blanks, userSums, userCounted);
                slice.addUser(end - start, userSums, userCounted);
                clearUser();
            }
            start = end;
        }
        slice.endBlankUsers(rows.blank());
    }

    /** The same with users in groups that count as one, which the parts do not cut. */
    private void addUserGroups(SliceSums slice, LedgerRows rows, int[] order, int from, int to) {
        for (int start = from; start < to; ) {
            long who = rows.user(order[start]);
            int end = start;
            for (; end < to && rows.user(order[end]) == who; end++) {
                LedgerSums.add(rows.vector(order[end]), 1, userSums, userCounted);
            }
            slice.addToGroup(end - start, userSums, userCounted);
            clearUser();
            if (end == to || cluster.of(rows.user(order[end])) != cluster.of(who)) {
                slice.endGroup();
            }
            start = end;
        }
    }

    private void clearUser() {
        Arrays.fill(userSums, 0);
        Arrays.fill(userCounted, 0);
    }
}
