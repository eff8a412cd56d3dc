package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MoverIntervalTest {

    /** 10 in [8, 13] less 6 in [5, 9]: 4 - sqrt(2^2 + 3^2) and 4 + sqrt(3^2 + 1^2). */
    @Test
    void eachEndTakesTheSidesThatWorkAgainstIt() {
        Interval difference = MoverInterval.ofDifference(6, interval(5, 9), 10, interval(8, 13));

        assertThat(difference.lower()).isCloseTo(4 - Math.sqrt(13), within(1e-15));
        assertThat(difference.upper()).isCloseTo(4 + Math.sqrt(10), within(1e-15));
        assertThat(difference.method()).isEqualTo("mover");
    }

    /**
     * Zou and Donner (2008), table II, on the difference of two proportions by Wilson's intervals is Newcombe's hybrid score interval; 56/70
     * and 48/80 are Newcombe's example (a), Statistics in Medicine 17 (1998), table II, method 10: 0.0524 to 0.3339.
     */
    @Test
    void onWilsonIntervalsItIsNewcombesInterval() {
        Interval first = Wilson.interval(56.0 / 70, 70, 0.95).interval().orElseThrow();
        Interval second = Wilson.interval(48.0 / 80, 80, 0.95).interval().orElseThrow();
        Interval difference = MoverInterval.ofDifference(48.0 / 80, second, 56.0 / 70, first);

        assertThat(difference.lower()).isCloseTo(0.0524, within(5e-5));
        assertThat(difference.upper()).isCloseTo(0.3339, within(5e-5));
    }

    /** 12 with standard error 0.9 over 10 with 0.7: the same as Fieller's with the normal quantile, computed in Python from its formula. */
    @Test
    void ofRatiosItIsFiellersIntervalWhereIntervalsAreSymmetric() {
        double z = 1.959963984540054;
        Interval relative = MoverInterval.ofRelativeDifference(
                        10, interval(10 - z * 0.7, 10 + z * 0.7), 12, interval(12 - z * 0.9, 12 + z * 0.9))
                .interval()
                .orElseThrow();
        assertThat(relative.lower()).isCloseTo(-0.02165837815747751, within(1e-9));
        assertThat(relative.upper()).isCloseTo(0.46770059332946423, within(1e-9));
    }

    /** With a control that is known exactly the ends are those of the treatment, divided by it. */
    @Test
    void ofRatiosLopsidedIntervalsStayLopsided() {
        Interval relative = MoverInterval.ofRelativeDifference(100, interval(100, 100), 120, interval(110, 170))
                .interval()
                .orElseThrow();
        assertThat(relative.lower()).isCloseTo(0.1, within(1e-12));
        assertThat(relative.upper()).isCloseTo(0.7, within(1e-12));
        assertThat(MoverInterval.ofRelativeDifference(10, interval(-1, 12), 12, interval(11, 13))
                        .whyNot())
                .contains("the control is not distinguishable from 0, so the lift has no bounds");
    }

    @Test
    void intervalsOfDifferentLevelsDoNotMix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoverInterval.ofDifference(6, interval(5, 9), 10, new Interval(8, 13, 0.9, "test")));
    }

    private static Interval interval(double lower, double upper) {
        return new Interval(lower, upper, 0.95, "test");
    }
}
