package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {
    /** R, stats::power.prop.test: the example of its help (n = 76.7), and p1 = .1, p2 = .11, power = .8 (n = 14750.79). */
    @ParameterizedTest
    @CsvSource({"0.5, 0.75, 0.05, 0.9, 77", "0.75, 0.5, 0.05, 0.9, 77", "0.1, 0.11, 0.05, 0.8, 14751"})
    void ofProportions(double p, double q, double alpha, double power, long n) {
        assertThat(SampleSize.ofProportions(p, q, alpha, power)).isEqualTo(n);
    }

    @Test
    void refusesWhatIsNoShareAndNoDifference() {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.ofProportions(0, 0.5, 0.05, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.ofProportions(0.5, 0.5, 0.05, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.ofProportions(0.5, 0.6, 0.05, Double.NaN));
    }
}
