package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.testing.AccumulatorLaws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PoissonBootstrapTest {

    private record User(long id, double[] m, double[] d) {}

    @Test
    void weightsAreAFunctionOfSeedReplicateAndUser() {
        /* In Python, with mix and at as Mix64 says and mpmath with 40 digits:
         *   f = mpf(mix(mix(u) ^ at(seed, b)) >> 11) / 2**53; the smallest w with f < sum(exp(-1)/factorial(i), i <= w) */
        long[] users = {101, 102, 103, 104};
        int[][] expected = {
            {0, 0, 1, 1},
            {1, 0, 1, 2},
            {0, 0, 0, 3},
            {2, 1, 0, 0},
            {0, 0, 0, 3},
            {2, 0, 1, 0},
            {2, 1, 1, 2},
            {3, 0, 1, 0}
        };
        for (int b = 0; b < expected.length; b++) {
            for (int u = 0; u < users.length; u++) {
                long bits = Mix64.mix(Mix64.mix(users[u]) ^ Mix64.at(42, b));
                assertThat(Poisson1.of(bits)).as("replicate %d, user %d", b, u).isEqualTo(expected[b][u]);
            }
        }
    }

    @Test
    void resampledRatiosByHand() {
        // the weights above with m = 1.5, 0.25, 4, 0 and d = 3, 1, 5, 2, in fractions.Fraction
        PoissonBootstrap bootstrap = new PoissonBootstrap(42, 8, 1);
        add(bootstrap, 101, 1.5, 3);
        add(bootstrap, 102, 0.25, 1);
        add(bootstrap, 103, 4.0, 5);
        add(bootstrap, 104, 0.0, 2);
        double[] expected = {
            0.5714285714285714,
            0.4583333333333333,
            0.0,
            0.4642857142857143,
            0.0,
            0.6363636363636364,
            0.453125,
            0.6071428571428571
        };
        Arrays.sort(expected);
        assertThat(bootstrap.resampled(0)).containsExactly(expected);
    }

    @Test
    void percentileIntervalTakesTheRanksOfDavisonAndHinkley() {
        // the same in Python: 59 replicates, seed 7, users i*7919 with m = i%7/8, d = 1+i%4, i = 1..30; ranks 3 and 1
        // from the ends
        PoissonBootstrap bootstrap = new PoissonBootstrap(7, 59, 1);
        for (int i = 1; i <= 30; i++) {
            add(bootstrap, i * 7919L, i % 7 / 8.0, 1 + i % 4);
        }
        assertThat(bootstrap.interval(0, 0.9))
                .isEqualTo(new Interval(0.107421875, 0.17857142857142858, 0.9, "poisson_bootstrap_by_user"));
        assertThat(bootstrap.interval(0, 0.95))
                .isEqualTo(new Interval(0.0942622950819672, 0.21551724137931033, 0.95, "poisson_bootstrap_by_user"));
    }

    @Test
    void weightsFollowThePoissonDistribution() {
        long[] seen = new long[7];
        int draws = 1_000_000;
        for (int i = 0; i < draws; i++) {
            seen[Math.min(6, Poisson1.of(Mix64.at(1, i)))]++;
        }
        // stats.poisson.pmf(range(6), 1) and stats.poisson.sf(5, 1)
        double[] probabilities = {
            0.36787944117144233,
            0.36787944117144233,
            0.18393972058572114,
            0.06131324019524039,
            0.015328310048810101,
            0.00306566200976202,
            0.0005941848175816929
        };
        assertThat(SampleRatioTest.of(seen, probabilities).pValue().value()).isGreaterThan(0.001);
    }

    @Test
    void theRarestBitsGiveTheLargestWeight() {
        assertThat(Poisson1.of(0)).isZero();
        assertThat(Poisson1.of(-1)).isBetween(10, Poisson1.LARGEST);
    }

    @Test
    void spreadsAsTheDeltaMethodSays() {
        Random random = new Random(17);
        RatioMoments moments = new RatioMoments();
        PoissonBootstrap bootstrap = new PoissonBootstrap(3, 2000, 1);
        for (int user = 0; user < 3000; user++) {
            double d = 1 + random.nextInt(9);
            double m = d * random.nextDouble();
            moments.add(m, d);
            add(bootstrap, user, m, d);
        }
        double[] resampled = bootstrap.resampled(0);
        double mean = Arrays.stream(resampled).average().orElseThrow();
        double sd = Math.sqrt(
                Arrays.stream(resampled).map(r -> (r - mean) * (r - mean)).sum() / (resampled.length - 1));
        // the standard deviation of 2000 normal numbers is itself known to 1 / sqrt(4000) = 1.6 %
        assertThat(sd).isCloseTo(moments.standardError(), within(0.08 * moments.standardError()));
        assertThat(mean).isCloseTo(moments.ratio(), within(0.1 * moments.standardError()));
        Interval delta =
                RatioInterval.of(moments, RatioKind.MEAN, 0.95).interval().orElseThrow();
        Interval percentile = bootstrap.interval(0, 0.95).interval().orElseThrow();
        assertThat(percentile.lower()).isCloseTo(delta.lower(), within(0.25 * moments.standardError()));
        assertThat(percentile.upper()).isCloseTo(delta.upper(), within(0.25 * moments.standardError()));
    }

    @Test
    void monteCarloErrorIsThatOfOtherSeeds() {
        List<Double> uppers = new ArrayList<>();
        double stated = 0;
        int seeds = 60;
        for (int seed = 0; seed < seeds; seed++) {
            PoissonBootstrap bootstrap = new PoissonBootstrap(seed, 400, 1);
            for (int user = 0; user < 300; user++) {
                add(bootstrap, user, user % 5, 4);
            }
            uppers.add(bootstrap.interval(0, 0.95).interval().orElseThrow().upper());
            stated += bootstrap.monteCarloError(0, 0.95) / seeds;
        }
        double mean = uppers.stream().mapToDouble(x -> x).average().orElseThrow();
        double sd = Math.sqrt(
                uppers.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum() / (seeds - 1));
        // the larger of two errors is stated, and 60 seeds know theirs to 9 %
        assertThat(stated).isBetween(0.75 * sd, 1.75 * sd);
    }

    @Test
    void anyOrderOfTheUsersIsTheSame() {
        Random random = new Random(4);
        List<User> users = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            users.add(new User(
                    random.nextLong(), new double[] {random.nextDouble(), -random.nextDouble() / 3}, new double[] {1, 2
                    }));
        }
        AccumulatorLaws.anyOrderIsTheSame(
                () -> new PoissonBootstrap(5, 25, 2),
                (bootstrap, user) -> bootstrap.add(user.id(), user.m(), user.d()),
                b -> List.of(Arrays.toString(b.resampled(0)), Arrays.toString(b.resampled(1))),
                users);
    }

    @Test
    void saysWhyThereIsNoInterval() {
        PoissonBootstrap few = new PoissonBootstrap(1, 38, 1);
        add(few, 1, 1, 1);
        assertThat(few.interval(0, 0.95)).isEqualTo(new NoInterval("too few replicates"));
        PoissonBootstrap lonely = new PoissonBootstrap(1, 39, 1);
        add(lonely, 1, 1, 1);
        assertThat(lonely.interval(0, 0.95)).isEqualTo(new NoInterval("too few users"));
        assertThat(lonely.monteCarloError(0, 0.95)).isNaN();
        assertThat(new PoissonBootstrap(1, 39, 1).interval(0, 0.95)).isEqualTo(new NoInterval("too few users"));
    }

    @Test
    void refusesTotalsThatCouldOverflow() {
        PoissonBootstrap bootstrap = new PoissonBootstrap(1, 10, 1);
        add(bootstrap, 1, 1e9, 1);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> add(bootstrap, 2, -1.5e9, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> add(bootstrap, 3, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> add(bootstrap, 3, 1e300, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bootstrap.add(1, new double[] {1, 2}, new double[] {1, 2}));
    }

    private static void add(PoissonBootstrap bootstrap, long user, double m, double d) {
        bootstrap.add(user, new double[] {m}, new double[] {d});
    }
}
