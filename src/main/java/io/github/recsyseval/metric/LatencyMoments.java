package io.github.recsyseval.metric;

import io.github.recsyseval.stat.RatioMoments;
import java.util.Arrays;
import java.util.List;

/** For each limit of each group of rows: of each cluster's requests with a latency, how many are at most that. Filled part by part. */
final class LatencyMoments {
    private final double[][] limits;
    private final Cluster cluster;
    private final RatioMoments[][] moments;

    /** @param limits of each group, in milliseconds, ascending */
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

    /** Sums in plain whole numbers first: of rows that an array can number, none can overflow. */
    private void add(LedgerRows rows, int[] order, int from, int to, int group) {
        long[] user = rows.users();
        double[] latency = rows.latencies();
        double[] limit = limits[group];
        int[] upTo = new int[limit.length + 1];
        WholeSums sums = new WholeSums(limit.length);
        for (int at = from; at < to; ) {
            long who = user[order[at]];
            long which = cluster.of(who);
            int logged = 0;
            int users = 1;
            for (; at < to && cluster.of(user[order[at]]) == which; at++) {
                users += user[order[at]] == who ? 0 : 1;
                who = user[order[at]];
                double value = latency[order[at]];
                int first = 0;
                while (first < limit.length && !(value <= limit[first])) {
                    first++;
                }
                upTo[first]++;
                logged += Double.isNaN(value) ? 0 : 1;
            }
            sums.addCluster(upTo, logged, users);
        }
        sums.addTo(moments[group]);
    }

    /** Of clusters: how many latencies there are, and how many are at most each limit. */
    private static final class WholeSums {
        private final long[] below;
        private final long[] belowBelow;
        private final long[] belowLogged;
        private long clusters;
        private long users;
        private long logged;
        private long loggedLogged;

        WholeSums(int limits) {
            below = new long[limits];
            belowBelow = new long[limits];
            belowLogged = new long[limits];
        }

        /** @param upTo for each limit how many latencies are at most that and above the one before; is cleared */
        void addCluster(int[] upTo, long ownLogged, int ownUsers) {
            if (ownLogged > 0) {
                clusters++;
                users += ownUsers;
                logged += ownLogged;
                loggedLogged += ownLogged * ownLogged;
                long own = 0;
                for (int i = 0; i < below.length; i++) {
                    own += upTo[i];
                    below[i] += own;
                    belowBelow[i] += own * own;
                    belowLogged[i] += own * ownLogged;
                }
            }
            Arrays.fill(upTo, 0);
        }

        void addTo(RatioMoments[] moments) {
            for (int i = 0; i < below.length; i++) {
                moments[i].addSums(clusters, users, below[i], logged, belowBelow[i], loggedLogged, belowLogged[i]);
            }
        }
    }
}
