package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkewnessTest {

    /** By hand: -2 + 0.1 * 4 - 0.01 * 8 / 3 + 0.05 = -1.57666..., and 2 + 0.4 + 0.02666... + 0.05. */
    @Test
    void correctsByHallsTransformation() {
        Skewness skewness = new Skewness(0.3);
        assertThat(skewness.corrected(-2)).isCloseTo(-2 + 0.4 - 0.08 / 3 + 0.05, within(1e-15));
        assertThat(skewness.corrected(2)).isCloseTo(2 + 0.4 + 0.08 / 3 + 0.05, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"0.3, -1.96", "0.3, 1.96", "-0.8, -2.6", "2.5, -1.6", "1e-7, 3", "1e-12, 3", "0, -2.2"})
    void isTurnedRound(double ofEstimate, double t) {
        Skewness skewness = new Skewness(ofEstimate);
        assertThat(skewness.uncorrected(skewness.corrected(t))).isCloseTo(t, within(1e-8));
    }
}
