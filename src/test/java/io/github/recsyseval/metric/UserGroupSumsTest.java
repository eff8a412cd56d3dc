package io.github.recsyseval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.event.IdHash;
import io.github.recsyseval.stat.RatioKind;
import io.github.recsyseval.stat.RatioMoments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Users in random groups that count as one: the same figures, and variances that differ by chance alone. */
class UserGroupSumsTest {
    private static final int USERS = 200_000;
    private static final RequestMetric CLICKS =
            new RequestMetric("ctr", "clicks / exposures", RatioKind.EVENT_RATE, RequestMetric.Better.HIGHER);
    private static final RequestMetric BUYERS = new RequestMetric(
            "buyers",
            "users who buy / users",
            RatioKind.PROPORTION,
            RequestMetric.Better.HIGHER,
            RequestMetric.Per.USER,
            null);
    private static final MetricPlan PLAN =
            new MetricPlan(List.of(new MetricGroup(List.of(CLICKS, BUYERS), () -> (request, out, at) -> {})), 1);
    private static final double[][] VECTORS = {{0, 0}, {1, 0}, {3, 1}};

    private final long[] user;
    private final LedgerSums ledger;
    private final SliceSums byUser;
    private final SliceSums byGroup;

    /** Users with 1 to 5 requests, each with a taste and a speed of their own. */
    UserGroupSumsTest() {
        long[] users = LongStream.range(0, USERS)
                .map(IdHash::finish)
                .map(hash -> hash ^ Long.MIN_VALUE)
                .sorted()
                .map(hash -> hash ^ Long.MIN_VALUE)
                .toArray();
        user = LongStream.of(users)
                .flatMap(who -> LongStream.generate(() -> who).limit(1 + (who & 3)))
                .toArray();
        SplittableRandom random = new SplittableRandom(1);
        int[] pattern = new int[user.length];
        double[] latency = new double[user.length];
        double[] ofUser = new double[2];
        for (int row = 0; row < user.length; row++) {
            if (row == 0 || user[row] != user[row - 1]) {
                ofUser[0] = random.nextDouble();
                ofUser[1] = 50 * random.nextDouble();
            }
            pattern[row] = random.nextDouble() < ofUser[0] ? 1 + random.nextInt(2) : 0;
            latency[row] = Math.rint(ofUser[1] + 100 * random.nextDouble());
        }
        LedgerRows rows =
                new LedgerRows(user, latency, pattern, new int[1][user.length], new long[0], new Numerators(VECTORS));
        ledger = new LedgerSums(PLAN, new HeldParts(List.of(rows)), 1);
        RowGroups all = new RowGroups(1, Cluster.USER, part -> new int[user.length]);
        byUser = ledger.sums(all).get(0);
        byGroup = ledger.sums(all.by(Cluster.USER_GROUP)).get(0);
    }

    @Test
    void figuresAndCountsAreTheSame() {
        assertThat(byGroup.users()).isEqualTo(USERS);
        assertThat(byGroup.requests()).isEqualTo(user.length);
        for (int metric = 0; metric < 2; metric++) {
            assertThat(byGroup.moments(metric).users()).isEqualTo(USERS);
            assertThat(byGroup.moments(metric).ratio())
                    .isEqualTo(byUser.moments(metric).ratio());
        }
        assertThat(byGroup.latencyQuantiles())
                .extracting(SliceSums.LatencyQuantile::value)
                .isEqualTo(byUser.latencyQuantiles().stream()
                        .map(SliceSums.LatencyQuantile::value)
                        .toList());
    }

    /** Groups added up by a map, the variance by its definition: K / (K - 1) sum (m - R d)^2 / (sum d)^2. */
    @Test
    void usersAreWholeInTheirGroups() {
        Map<Long, double[]> groups = new HashMap<>();
        ledger.visitUsers((who, sums, counted) -> {
            double[] group = groups.computeIfAbsent(who >>> 48, added -> new double[4]);
            group[0] += sums[0];
            group[1] += counted[0];
            group[2] += Math.min(1, sums[1]);
            group[3]++;
        });
        for (int metric = 0; metric < 2; metric++) {
            int m = 2 * metric;
            double events = groups.values().stream().mapToDouble(g -> g[m]).sum();
            double of = groups.values().stream().mapToDouble(g -> g[m + 1]).sum();
            double squares = groups.values().stream()
                    .mapToDouble(g -> Math.pow(g[m] - events / of * g[m + 1], 2))
                    .sum();
            double k = groups.size();
            RatioMoments moments = byGroup.moments(metric);
            assertThat(moments.clusters()).isEqualTo(groups.size());
            assertThat(moments.variance()).isCloseTo(k / (k - 1) * squares / of / of, within(1e-17));
        }
    }

    /** A standard error from K groups is known to 1 / sqrt(2 K), 0.28 %; five times that is allowed. */
    @Test
    void variancesDifferByChanceAlone() {
        assertThat(byGroup.moments(0).clusters()).isBetween(60_000L, 1L << 16);
        IntStream.range(0, 2)
                .forEach(metric -> assertThat(byGroup.moments(metric).standardError()
                                / byUser.moments(metric).standardError())
                        .isCloseTo(1, within(0.014)));
        for (int q = 0; q < 3; q++) {
            var grouped =
                    byGroup.latencyQuantiles().get(q).interval().interval().orElseThrow();
            var alone = byUser.latencyQuantiles().get(q).interval().interval().orElseThrow();
            assertThat(grouped.method()).isEqualTo("woodruff_by_user_group");
            assertThat(alone.method()).isEqualTo("woodruff_by_user");
            assertThat(grouped.lower()).isCloseTo(alone.lower(), within(1.0));
            assertThat(grouped.upper()).isCloseTo(alone.upper(), within(1.0));
        }
    }

    @Test
    void beyondSoManyUsersTheyAreGrouped() {
        assertThat(Cluster.of(4_194_304, Cluster.MOST_USERS)).isEqualTo(Cluster.USER);
        assertThat(Cluster.of(4_194_305, Cluster.MOST_USERS)).isEqualTo(Cluster.USER_GROUP);
        assertThat(LongStream.of(user).map(Cluster.USER_GROUP::of).max().orElseThrow())
                .isLessThan(Cluster.GROUPS);
    }
}
