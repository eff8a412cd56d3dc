package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RatioIntervalTest {

    @ParameterizedTest
    @EnumSource(RatioKind.class)
    void usesTheDeltaMethodWithTheTQuantileOfTheUsers(RatioKind kind) {
        // m = np.array([3,2,4,1,0,5,2,3]); d = 10 each; R, V as in RatioMomentsTest; stats.t.interval(.95, 7, R, V**.5)
        Interval interval = interval(users(10, 3, 2, 4, 1, 0, 5, 2, 3), kind);
        assertThat(interval.lower()).isCloseTo(0.11593840613228426, within(1e-12));
        assertThat(interval.upper()).isCloseTo(0.38406159386771577, within(1e-12));
        assertThat(interval.level()).isEqualTo(0.95);
        assertThat(interval.method()).isEqualTo("delta_by_user");
    }

    @Test
    void staysInsideThePossibleRange() {
        // stats.t.interval(.95, 4, .58, V**.5) = (-0.0794, 1.2394)
        RatioMoments extremes = users(10, 10, 0, 10, 0, 9);
        assertThat(interval(extremes, RatioKind.PROPORTION)).isEqualTo(new Interval(0, 1, 0.95, "delta_by_user"));
        assertThat(interval(extremes, RatioKind.UNIT_MEAN)).isEqualTo(new Interval(0, 1, 0.95, "delta_by_user"));
        assertThat(interval(extremes, RatioKind.EVENT_RATE).lower()).isZero();
        assertThat(interval(extremes, RatioKind.EVENT_RATE).upper()).isCloseTo(1.2393691793000114, within(1e-11));
        assertThat(interval(extremes, RatioKind.MEAN).lower()).isCloseTo(-0.07936917930001153, within(1e-11));
    }

    @Test
    void fewEventsGetWilsonWithTheEffectiveSize() {
        // m = np.array([3,2]+[0]*18); d = 10 each; deff = 2.5371120107962213, n = 200/deff; Wilson as in WilsonTest
        RatioMoments few = users(10, 3, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        for (RatioKind kind : new RatioKind[] {RatioKind.PROPORTION, RatioKind.EVENT_RATE}) {
            Interval interval = interval(few, kind);
            assertThat(interval.lower()).isCloseTo(0.0068251313382655665, within(1e-14));
            assertThat(interval.upper()).isCloseTo(0.08731822023578908, within(1e-14));
            assertThat(interval.method()).isEqualTo("wilson");
        }
    }

    /** The normal approximation is trusted from ten events on, and for a proportion from ten other trials on. */
    @Test
    void nineEventsAreFewAndTenAreNot() {
        RatioMoments nine = users(10, 4, 0, 3, 0, 2);
        RatioMoments ten = users(10, 4, 0, 3, 1, 2);
        for (RatioKind kind : new RatioKind[] {RatioKind.PROPORTION, RatioKind.EVENT_RATE}) {
            assertThat(interval(nine, kind).method()).isEqualTo("wilson");
            assertThat(interval(ten, kind).method()).isEqualTo("delta_by_user");
        }
        assertThat(interval(users(10, 6, 10, 7, 10, 8), RatioKind.PROPORTION).method())
                .isEqualTo("wilson");
        assertThat(interval(users(10, 6, 10, 7, 9, 8), RatioKind.PROPORTION).method())
                .isEqualTo("delta_by_user");
    }

    @Test
    void noEventsIn50ExposuresOf50UsersReachUpTo7Percent() {
        // scipy.stats.binomtest(0, 50).proportion_ci(.95, 'wilson')
        Interval interval = interval(users(1, new double[50]), RatioKind.PROPORTION);
        assertThat(interval.lower()).isZero();
        assertThat(interval.upper()).isCloseTo(0.07134759913335872, within(1e-15));
    }

    @Test
    void fewNonEventsGetWilsonAsAProportionOnly() {
        RatioMoments nearlyAll = users(10, 10, 10, 9, 10, 10, 8);
        assertThat(interval(nearlyAll, RatioKind.PROPORTION).method()).isEqualTo("wilson");
        assertThat(interval(nearlyAll, RatioKind.EVENT_RATE).method()).isEqualTo("delta_by_user");
    }

    @Test
    void aProportionThatAllUsersShareGetsWilsonWithOneTrialPerUser() {
        double[] half = new double[25];
        Arrays.fill(half, 2);
        assertThat(interval(users(4, half), RatioKind.PROPORTION)).isEqualTo(Wilson.interval(0.5, 25, 0.95));
    }

    @Test
    void anEventRateAboveOneIsNoProportion() {
        assertThat(interval(users(1, 3, 2, 1), RatioKind.EVENT_RATE).method()).isEqualTo("delta_by_user");
    }

    @Test
    void saysWhyThereIsNone() {
        assertThat(RatioInterval.of(new RatioMoments(), RatioKind.PROPORTION, 0.95))
                .isEqualTo(new NoInterval("no data"));
        assertThat(RatioInterval.of(users(0, 0, 0), RatioKind.MEAN, 0.95)).isEqualTo(new NoInterval("no data"));
        assertThat(RatioInterval.of(users(10, 5), RatioKind.PROPORTION, 0.95)).isEqualTo(new NoInterval("one user"));
        assertThat(RatioInterval.of(users(1, 1, 1, 1), RatioKind.UNIT_MEAN, 0.95))
                .isEqualTo(new NoInterval("no variation between users"));
        assertThat(RatioInterval.of(users(10, 5), RatioKind.PROPORTION, 0.95).whyNot())
                .contains("one user");
        assertThat(RatioInterval.of(users(10, 5), RatioKind.PROPORTION, 0.95).interval())
                .isEmpty();
    }

    private static Interval interval(RatioMoments moments, RatioKind kind) {
        return RatioInterval.of(moments, kind, 0.95).interval().orElseThrow();
    }

    /** Users with the same number of exposures each. */
    private static RatioMoments users(double exposures, double... events) {
        RatioMoments moments = new RatioMoments();
        for (double m : events) {
            moments.add(m, exposures);
        }
        return moments;
    }
}
