package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {

    @Test
    void intervalOfAProportion() {
        // R: prop.test(15, 25, correct=FALSE)$conf.int
        Interval interval = Wilson.interval(15.0 / 25, 25, 0.95);
        assertThat(interval.lower()).isCloseTo(0.40739457358967, within(1e-14));
        assertThat(interval.upper()).isCloseTo(0.7659669762225203, within(1e-14));
        assertThat(interval.method()).isEqualTo("wilson");
    }

    @Test
    void reachesZeroAndOneExactly() {
        // scipy.stats.binomtest(0, 50).proportion_ci(.95, 'wilson'); binomtest(50, 50).proportion_ci(.9, 'wilson')
        Interval none = Wilson.interval(0, 50, 0.95);
        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(0.07134759913335872, within(1e-15));
        Interval all = Wilson.interval(1, 50, 0.9);
        assertThat(all.lower()).isCloseTo(0.9486668142137299, within(1e-15));
        assertThat(all.upper()).isEqualTo(1);
    }

    @Test
    void takesASizeThatIsNotWhole() {
        // z = stats.norm.ppf(.975); c = (p+z*z/2/n)/(1+z*z/n); h = z*np.sqrt(p*(1-p)/n+z*z/4/n/n)/(1+z*z/n)
        Interval interval = Wilson.interval(0.3, 12.5, 0.95);
        assertThat(interval.lower()).isCloseTo(0.11991132526488324, within(1e-14));
        assertThat(interval.upper()).isCloseTo(0.5741184394665118, within(1e-14));
    }

    @Test
    void refusesWhatIsNotAProportion() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(1.2, 10, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(0.2, 0, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(0.2, 10, 95));
    }
}
