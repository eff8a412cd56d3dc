package io.github.recsyseval.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.stat.BinomialTest;
import io.github.recsyseval.stat.CovariateAdjustment;
import io.github.recsyseval.stat.Estimate;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.RatioMoments;
import io.github.recsyseval.stat.SampleRatioTest;
import io.github.recsyseval.stat.SequentialSampleRatioTest;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often experiments are decided wrongly, in worlds where the truth is known: 2,000 users of whom each has a click probability of
 * his own, Beta(1, 9), and repeats himself. 20,000 runs: a rate near 5 % is known to 0.15 points.
 */
@Tag("slow")
class ExperimentSimulationTest {
    private static final int USERS = 2_000;
    private static final int RUNS = 20_000;

    /** The two arms of an experiment. */
    private static final class World {
        final RatioMoments control = new RatioMoments();
        final RatioMoments treatment = new RatioMoments();

        /** Adds users, each to an arm by a coin; the treatment multiplies click probabilities by {@code 1 + lift}. */
        World add(SplittableRandom random, int users, int exposures, int clicks, double lift) {
            for (int user = 0; user < users; user++) {
                boolean treated = random.nextBoolean();
                double p = (1 - Math.pow(random.nextDouble(), 1.0 / 9)) * (treated ? 1 + lift : 1);
                int sum = 0;
                for (int trial = 0; trial < exposures * clicks; trial++) {
                    sum += random.nextDouble() < p ? 1 : 0;
                }
                (treated ? treatment : control).add(sum, exposures);
            }
            return this;
        }

        @Nullable Contrast contrast(Horizon horizon) {
            return Contrast.between(control, treatment, horizon);
        }
    }

    private static double published(String what, long count, long of) {
        double share = (double) count / of;
        System.out.printf(Locale.ROOT, "%s: %.4f%n", what, share);
        return share;
    }

    private static Interval clopperPearson(long count, long of) {
        return new BinomialTest((int) count, (int) of, 0.5).interval(0.95);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 1", "20, 1", "5, 4"})
    void withoutDifferenceOneTestInTwentyRejects(int exposures, int clicks) {
        long rejected = IntStream.range(0, RUNS)
                .parallel()
                .filter(run -> {
                    Contrast contrast = new World()
                            .add(new SplittableRandom(run), USERS, exposures, clicks, 0)
                            .contrast(Horizon.fixedEnd());
                    return contrast != null && contrast.pValue().isBelow(0.05);
                })
                .count();
        String what = "A/A false positives, " + exposures + " exposures, up to " + clicks + " clicks each";
        assertThat(published(what, rejected, RUNS)).isBetween(0.04, 0.06);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.1", "5, 0.1", "20, 0.1", "5, -0.2"})
    void theIntervalOfTheLiftHoldsTheTruth(int exposures, double lift) {
        long held = IntStream.range(0, RUNS)
                .parallel()
                .filter(run -> {
                    Contrast contrast = new World()
                            .add(new SplittableRandom(run), USERS, exposures, 1, lift)
                            .contrast(Horizon.fixedEnd());
                    return contrast != null
                            && contrast.liftInterval(0.95)
                                    .interval()
                                    .orElseThrow()
                                    .contains(lift);
                })
                .count();
        assertThat(published("lift coverage, " + exposures + " exposures, lift " + lift, held, RUNS))
                .isBetween(0.93, 0.97);
    }

    @Test
    void aSplitThatIsAsIntendedIsRarelyRejected() {
        int runs = 200_000;
        long alarms = IntStream.range(0, runs)
                .parallel()
                .filter(run -> SampleRatioTest.of(split(new SplittableRandom(run), USERS), new double[] {1, 1})
                        .pValue()
                        .isBelow(ExpectedSplit.DEFAULT_ALPHA))
                .count();
        published("false alarms of the split", alarms, runs);
        // The counts are whole, so the test cannot reject in exactly 0.1 % of the runs: the share lies a little to
        // either side.
        assertThat(clopperPearson(alarms, runs).lower()).isLessThan(0.0012);
        assertThat(clopperPearson(alarms, runs).upper()).isGreaterThan(0.0008);
    }

    private static long[] split(SplittableRandom random, int users) {
        long treated = 0;
        for (int user = 0; user < users; user++) {
            treated += random.nextBoolean() ? 1 : 0;
        }
        return new long[] {users - treated, treated};
    }

    private static long shipped(int users, int exposures, double lift) {
        return IntStream.range(0, RUNS)
                .parallel()
                .filter(run -> {
                    World world = new World().add(new SplittableRandom(run), users, exposures, 1, lift);
                    KpiRule.Verdict verdict =
                            KpiRule.verdict(world.contrast(Horizon.fixedEnd()), Effect.ANY, false, 0.05, 1);
                    return KpiRule.outcome(List.of(verdict)) == KpiRule.Outcome.SHIP;
                })
                .count();
    }

    @ParameterizedTest
    @CsvSource({"1", "5"})
    void changesWithoutEffectAreRarelyShipped(int exposures) {
        long ships = shipped(USERS, exposures, 0);
        published("ships without effect, " + exposures + " exposures", ships, RUNS);
        assertThat(clopperPearson(ships, RUNS).lower()).isLessThanOrEqualTo(0.025);
    }

    @Test
    void harmIsPracticallyNeverShipped() {
        // 5,000 users an arm, one exposure each, 10 % that fall by 5 %: the sign of the difference would ship a fifth
        // of these
        long ships = shipped(10_000, 1, -0.05);
        assertThat(published("ships a true -5 %", ships, RUNS)).isLessThan(0.005);
    }

    /** Of three in ten users nothing is known from before; of the others as many requests as there are in the experiment. */
    private static @Nullable Contrast adjusted(SplittableRandom random, int exposures, double lift) {
        RatioMoments[] arms = {new RatioMoments(), new RatioMoments()};
        RatioMoments before = new RatioMoments();
        int[] arm = new int[USERS];
        int[] clicks = new int[USERS];
        int[] clicksBefore = new int[USERS];
        for (int user = 0; user < USERS; user++) {
            double p = 1 - Math.pow(random.nextDouble(), 1.0 / 9);
            arm[user] = random.nextInt(2);
            clicks[user] = clicks(random, exposures, p * (arm[user] == 1 ? 1 + lift : 1));
            clicksBefore[user] = random.nextInt(10) < 3 ? -1 : clicks(random, exposures, p);
            arms[arm[user]].add(clicks[user], exposures);
            if (clicksBefore[user] >= 0) {
                before.add(clicksBefore[user], exposures);
            }
        }
        Contrast plain = Contrast.between(arms[0], arms[1], Horizon.fixedEnd());
        if (plain == null) {
            return null;
        }
        CovariateAdjustment adjustment = new CovariateAdjustment(2);
        for (int user = 0; user < USERS; user++) {
            double y = clicks[user] - arms[arm[user]].ratio() * exposures;
            double x = clicksBefore[user] < 0 ? Double.NaN : clicksBefore[user] - before.ratio() * exposures;
            adjustment.add(arm[user], y / exposures, x);
        }
        return new Contrast(
                plain.base(),
                adjusted(adjustment, 0, plain.control()),
                adjusted(adjustment, 1, plain.treatment()),
                plain.users(),
                plain.horizon());
    }

    private static Estimate adjusted(CovariateAdjustment adjustment, int arm, Estimate plain) {
        return new Estimate(plain.value() + adjustment.shift(arm), adjustment.variance(arm), plain.clusters());
    }

    private static int clicks(SplittableRandom random, int trials, double p) {
        int clicks = 0;
        for (int trial = 0; trial < trials; trial++) {
            clicks += random.nextDouble() < p ? 1 : 0;
        }
        return clicks;
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "20"})
    void adjustedTestsRejectOneInTwentyWithoutDifference(int exposures) {
        long rejected = IntStream.range(0, RUNS)
                .parallel()
                .filter(run -> {
                    Contrast contrast = adjusted(new SplittableRandom(run), exposures, 0);
                    return contrast != null && contrast.pValue().isBelow(0.05);
                })
                .count();
        assertThat(published("adjusted A/A false positives, " + exposures + " exposures", rejected, RUNS))
                .isBetween(0.04, 0.06);
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "20"})
    void theAdjustedIntervalOfTheLiftHoldsTheTruth(int exposures) {
        double lift = 0.1;
        long held = IntStream.range(0, RUNS)
                .parallel()
                .filter(run -> {
                    Contrast contrast = adjusted(new SplittableRandom(run), exposures, lift);
                    return contrast != null
                            && contrast.liftInterval(0.95)
                                    .interval()
                                    .orElseThrow()
                                    .contains(lift);
                })
                .count();
        assertThat(published("adjusted lift coverage, " + exposures + " exposures", held, RUNS))
                .isBetween(0.93, 0.97);
    }

    @Test
    void lookingEveryDayFindsHardlyAnythingThatIsNotThere() {
        int days = 28;
        int runs = 2_000;
        Horizon everyLook = Horizon.everyLook(5_000);
        long[] found = IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> {
                    SplittableRandom random = new SplittableRandom(run);
                    World world = new World();
                    boolean[] hit = new boolean[3];
                    for (int day = 0; day < days; day++) {
                        world.add(random, 200, 3, 1, 0);
                        Contrast monitored = world.contrast(everyLook);
                        Contrast fixed = world.contrast(Horizon.fixedEnd());
                        hit[0] |= monitored != null && monitored.pValue().isBelow(0.05);
                        hit[1] |= fixed != null && fixed.pValue().isBelow(0.05);
                        long[] split = {world.control.clusters(), world.treatment.clusters()};
                        hit[2] |= SequentialSampleRatioTest.pValue(split, new double[] {1, 1})
                                .isBelow(ExpectedSplit.DEFAULT_ALPHA);
                    }
                    return new long[] {hit[0] ? 1 : 0, hit[1] ? 1 : 0, hit[2] ? 1 : 0};
                })
                .reduce(new long[3], (a, b) -> new long[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]});
        assertThat(published("28 looks with monitoring", found[0], runs)).isLessThan(0.05);
        assertThat(published("28 looks without", found[1], runs)).isGreaterThan(0.15);
        assertThat(published("28 looks at the split with monitoring", found[2], runs))
                .isLessThan(0.002);
    }
}
