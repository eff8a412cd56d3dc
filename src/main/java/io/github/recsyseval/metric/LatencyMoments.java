package io.github.recsyseval.metric;

import io.github.recsyseval.stat.RatioMoments;
import java.util.List;

/** For each limit of each group of rows: of each cluster's requests with a latency, how many are at most that. Filled part by part. */
final class LatencyMoments {
    private final double[][] limits;
    private final Cluster cluster;
    private final RatioMoments[][] moments;

    /** @param limits of each group, in milliseconds */
    LatencyMoments(double[][] limits, Cluster cluster) {
        this.limits = limits;
        this.cluster = cluster;
        moments = new RatioMoments[limits.length][];
        for (int group = 0; group < limits.length; group++) {
            moments[group] = new RatioMoments[limits[group].length];
            for (int i = 0; i < limits[group].length; i++) {
                moments[group][i] = new RatioMoments();
            }
        }
    }

    /** The moments of a group, in the order of its limits. */
    List<RatioMoments> of(int group) {
        return List.of(moments[group]);
    }

    /** Adds those of other parts. */
    void add(LatencyMoments other) {
        for (int group = 0; group < moments.length; group++) {
            for (int i = 0; i < moments[group].length; i++) {
                moments[group][i].add(other.moments[group][i]);
            }
        }
    }

    /** Adds the rows of a part. */
    void add(LedgerRows rows, GroupedRows grouped) {
        for (int group = 0; group < limits.length; group++) {
            if (limits[group].length > 0 && grouped.has(group)) {
                add(rows, grouped.order(), grouped.from(group), grouped.to(group), group);
            }
        }
    }

    private void add(LedgerRows rows, int[] order, int from, int to, int group) {
        double[] limit = limits[group];
        int[] below = new int[limit.length];
        for (int start = from; start < to; ) {
            long which = cluster.of(rows.user(order[start]));
            int logged = 0;
            long users = 0;
            int end = start;
            for (; end < to && cluster.of(rows.user(order[end])) == which; end++) {
                double value = rows.latency(order[end]);
                logged += Double.isNaN(value) ? 0 : 1;
                users += end == start || rows.user(order[end]) != rows.user(order[end - 1]) ? 1 : 0;
                for (int i = 0; i < limit.length; i++) {
                    below[i] += value <= limit[i] ? 1 : 0;
                }
            }
            for (int i = 0; logged > 0 && i < limit.length; i++) {
                moments[group][i].addGroup(below[i], logged, users);
                below[i] = 0;
            }
            start = end;
        }
    }
}
