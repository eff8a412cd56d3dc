package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class StudentTTest {

    @ParameterizedTest
    @CsvSource({"3, 2.5, 0.036288047774515914", "50, 100, 7.236081839880732e-73", "0, 7, 0.5"})
    void upperTail(double t, double df, double p) {
        // stats.t.sf(t, df)
        assertThat(StudentT.upperTail(t, df)).isCloseTo(p, within(p * 1e-13));
        assertThat(StudentT.oneSided(t, df).value()).isCloseTo(p, within(p * 1e-13));
        assertThat(StudentT.twoSided(-t, df).value()).isCloseTo(2 * p, within(p * 1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "50, 1000, -273.86032986385689",
        "52.5, 1000, -289.2093823508191",
        "53, 1000, -292.23870938465636",
        "60, 5000, -590.88073645027108",
        "1e80, 5, -399.02272613391782"
    })
    void logarithmOfTailsAlsoWhereTheyVanish(double t, double df, double log10) {
        // the second and third stand on either side of 1e-290, where one way to compute it hands over to the other;
        // mpmath: log10(betainc(mpf(df)/2, mpf(1)/2, 0, df/(df + mpf(t)**2), regularized=True)/2)
        assertThat(StudentT.oneSided(t, df).log10()).isCloseTo(log10, within(Math.abs(log10) * 1e-12));
        assertThat(StudentT.twoSided(t, df).log10()).isCloseTo(log10 + Math.log10(2), within(Math.abs(log10) * 1e-12));
    }

    @Test
    void criticalValuesOfR() {
        JsonNode vector = StatVectors.named("t_quantiles");
        double[] df = StatVectors.numbers(vector.at("/input/df"));
        double[] q = StatVectors.numbers(vector.at("/expected/q"));
        for (int i = 0; i < df.length; i++) {
            assertThat(StudentT.criticalValue(0.95, df[i])).isCloseTo(q[i], within(1e-9));
        }
    }

    @Test
    void criticalValuesForDegreesThatAreNotWhole() {
        // stats.t.ppf(.975, 1.5)
        assertThat(StudentT.criticalValue(0.95, 1.5)).isCloseTo(6.016663104427929, within(1e-12));
    }
}
