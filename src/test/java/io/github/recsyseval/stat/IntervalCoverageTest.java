package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often 95% intervals hold the truth, in worlds where the truth is known: 2,000 users, 4,000 runs, so a coverage is known to
 * 0.35 points. Users differ (click probabilities Beta(1, 9), mean 0.1) and repeat themselves.
 */
@Tag("slow")
class IntervalCoverageTest {

    private static final int USERS = 2_000;
    private static final int RUNS = 4_000;

    /** Values of a metric such as NDCG for a request with a hit, by the place of the hit. */
    private static final double[] VALUES = {1, 0.6309, 0.5, 0.4307};

    /** What one run saw: sums by user, the truth, and how many requests there were. */
    private record Run(RatioMoments moments, double truth, double requests) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20})
    void clickRateByUser(int requestsPerUser, TestInfo test) {
        assertThat(published(test, coverage(requestsPerUser, false, IntervalCoverageTest::holds)))
                .isBetween(0.93, 0.97);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20})
    void meanOfAMetricByUser(int requestsPerUser, TestInfo test) {
        assertThat(published(test, coverage(requestsPerUser, true, IntervalCoverageTest::holds)))
                .isBetween(0.93, 0.97);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.94, 0.96", "5, 0.895, 0.92", "20, 0.75, 0.78"})
    void withoutClusteringItWouldBeTooLow(int requestsPerUser, double from, double to, TestInfo test) {
        /* the intra-class correlation of Beta(1, 9) is 1 / (1 + 9 + 1), so the design effect is 1 + (n - 1) / 11 and the
         * coverage 2*stats.norm.cdf(1.96 / np.sqrt(1 + (n - 1) / 11)) - 1 = .950, .907, .765 */
        assertThat(published(test, coverage(requestsPerUser, false, IntervalCoverageTest::holdsUnclustered)))
                .isBetween(from, to);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20})
    void poissonBootstrapByUser(int requestsPerUser, TestInfo test) {
        int held = 0;
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(run);
            PoissonBootstrap bootstrap = new PoissonBootstrap(run, 200, 1);
            for (int user = 0; user < USERS; user++) {
                double clicks = sum(random, requestsPerUser, false);
                bootstrap.add(user, new double[] {clicks}, new double[] {requestsPerUser});
            }
            held += bootstrap.interval(0, 0.95).interval().orElseThrow().contains(0.1) ? 1 : 0;
        }
        assertThat(published(test, (double) held / RUNS)).isBetween(0.93, 0.97);
    }

    /** As CTR by rank does it: users fall into 1,024 groups by their hash, and groups are the clusters. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20})
    void clickRateByRandomGroupsOfUsers(int requestsPerUser, TestInfo test) {
        double held = 0;
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(run);
            double[] clicks = new double[1024];
            double[] requests = new double[1024];
            for (int user = 0; user < USERS; user++) {
                int group = random.nextInt(1024);
                clicks[group] += sum(random, requestsPerUser, false);
                requests[group] += requestsPerUser;
            }
            RatioMoments moments = new RatioMoments();
            for (int group = 0; group < 1024; group++) {
                if (requests[group] > 0) {
                    moments.add(clicks[group], requests[group]);
                }
            }
            held += holds(new Run(moments, 0.1, (double) USERS * requestsPerUser));
        }
        assertThat(published(test, held / RUNS)).isBetween(0.93, 0.97);
    }

    @Test
    void p95ByUser(TestInfo test) {
        assertThat(published(
                        test,
                        p95Coverage((values, users) -> QuantileInterval.clustered(values, 0.95, users, users, 0.95))))
                .isBetween(0.93, 0.97);
    }

    @Test
    void p95WithoutClusteringWouldBeTooLow(TestInfo test) {
        assertThat(published(test, p95Coverage((values, users) -> asIfIndependent(values))))
                .isBetween(0.78, 0.88);
    }

    /** Order statistics at binomial ranks (David, Nagaraja, "Order Statistics", 7.1). */
    private static IntervalOrReason asIfIndependent(OrderedValues values) {
        BinomialDistribution below = BinomialDistribution.of((int) values.count(), 0.95);
        return new Interval(
                values.atRank(below.inverseCumulativeProbability(0.025)),
                values.atRank(below.inverseSurvivalProbability(0.025) + 1),
                0.95,
                "order_statistics");
    }

    /** The figures of docs/statistics.md. */
    private static double published(TestInfo test, double coverage) {
        String name = test.getTestMethod().orElseThrow().getName() + " " + test.getDisplayName();
        System.out.printf(Locale.ROOT, "%s: %.4f%n", name, coverage);
        return coverage;
    }

    private static double coverage(int requestsPerUser, boolean graded, ToDoubleFunction<Run> holds) {
        double mean = graded ? 0.1 * (VALUES[0] + VALUES[1] + VALUES[2] + VALUES[3]) / 4 : 0.1;
        double held = 0;
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(run);
            RatioMoments moments = new RatioMoments();
            for (int user = 0; user < USERS; user++) {
                moments.add(sum(random, requestsPerUser, graded), requestsPerUser);
            }
            held += holds.applyAsDouble(new Run(moments, mean, (double) USERS * requestsPerUser));
        }
        return held / RUNS;
    }

    private static double sum(SplittableRandom random, int requests, boolean graded) {
        // Beta(1, 9) by inversion
        double probability = 1 - Math.pow(random.nextDouble(), 1 / 9.0);
        double sum = 0;
        for (int i = 0; i < requests; i++) {
            if (random.nextDouble() < probability) {
                sum += graded ? VALUES[random.nextInt(VALUES.length)] : 1;
            }
        }
        return sum;
    }

    private static double holds(Run run) {
        Interval interval = RatioInterval.of(run.moments(), RatioKind.UNIT_MEAN, 0.95)
                .interval()
                .orElseThrow();
        return interval.contains(run.truth()) ? 1 : 0;
    }

    private static double holdsUnclustered(Run run) {
        double p = run.moments().ratio();
        double half = 1.959963984540054 * Math.sqrt(p * (1 - p) / run.requests());
        return Math.abs(p - run.truth()) <= half ? 1 : 0;
    }

    private interface P95Interval {
        IntervalOrReason of(OrderedValues values, RatioMoments belowOrAt);
    }

    /** Ten latencies per user, normal on the log scale with correlation 0.3 within users; quantiles do not mind the scale. */
    private static double p95Coverage(P95Interval method) {
        int perUser = 10;
        int held = 0;
        double[] values = new double[USERS * perUser];
        for (int run = 0; run < RUNS; run++) {
            Random random = new Random(run);
            ValueCounts counts = new ValueCounts();
            for (int i = 0, user = 0; user < USERS; user++) {
                double common = Math.sqrt(0.3) * random.nextGaussian();
                for (int r = 0; r < perUser; r++, i++) {
                    values[i] = common + Math.sqrt(0.7) * random.nextGaussian();
                    counts.add(values[i]);
                }
            }
            OrderedValues ordered = counts.ordered();
            RatioMoments users = belowOrAt(values, perUser, ordered.quantile(0.95));
            // stats.norm.ppf(.95)
            held += method.of(ordered, users).interval().orElseThrow().contains(1.6448536269514722) ? 1 : 0;
        }
        return (double) held / RUNS;
    }

    private static RatioMoments belowOrAt(double[] values, int perUser, double limit) {
        RatioMoments users = new RatioMoments();
        for (int i = 0; i < values.length; i += perUser) {
            int below = 0;
            for (int r = 0; r < perUser; r++) {
                below += values[i + r] <= limit ? 1 : 0;
            }
            users.add(below, perUser);
        }
        return users;
    }
}
