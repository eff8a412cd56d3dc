package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WelchTestTest {

    /** x = np.array([1.2,3.4,2.2,5.1,4.0,2.8]); y = np.array([2.5,6.1,3.9,7.2,4.4]) */
    private final WelchTest test = WelchTest.between(mean(1.2, 3.4, 2.2, 5.1, 4.0, 2.8), mean(2.5, 6.1, 3.9, 7.2, 4.4));

    @Test
    void differenceWithItsTest() {
        // r = stats.ttest_ind(y, x, equal_var=False); r.df; r.confidence_interval(.95)
        assertThat(test.statistic()).isCloseTo(1.7041761621866416, within(1e-13));
        assertThat(test.degreesOfFreedom()).isCloseTo(7.278801288656608, within(1e-12));
        assertThat(test.pValue().value()).isCloseTo(0.13048086372964662, within(1e-13));
        assertThat(test.interval(0.95).lower()).isCloseTo(-0.6418930615559102, within(1e-12));
        assertThat(test.interval(0.95).upper()).isCloseTo(4.048559728222577, within(1e-12));
    }

    @Test
    void tinyVariancesKeepTheirDegreesOfFreedom() {
        WelchTest tiny = WelchTest.between(new Estimate(0, 1e-200, 11), new Estimate(1e-100, 1e-200, 11));
        assertThat(tiny.degreesOfFreedom()).isCloseTo(20, within(1e-12));
    }

    @Test
    void oneArmWithoutVariationIsEnoughNoneIsNot() {
        Estimate constant = new Estimate(0, 0, 10);
        Estimate varies = new Estimate(0.1, 0.01, 10);
        assertThat(WelchTest.isPossible(constant, varies)).isTrue();
        assertThat(WelchTest.between(constant, varies).degreesOfFreedom()).isCloseTo(9, within(1e-13));
        assertThat(WelchTest.isPossible(constant, constant)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> WelchTest.between(constant, constant));
    }

    @Test
    void anEstimateNeedsTwoUsersAndNumbers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(0.1, 0.01, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(Double.NaN, 0.01, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(0.1, Double.NaN, 5));
    }

    /** A mean is a ratio whose denominators are 1; its variance is s^2 / n. */
    private static Estimate mean(double... values) {
        RatioMoments moments = new RatioMoments();
        for (double value : values) {
            moments.add(value, 1);
        }
        return Estimate.of(moments);
    }
}
