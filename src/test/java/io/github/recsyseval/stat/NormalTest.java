package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

    @ParameterizedTest
    @CsvSource({
        "-3, 0.99865010196836991, -0.00058664931379006669",
        "0, 0.5, -0.3010299956639812",
        "1, 0.15865525393145705, -0.7995455414919705",
        "10, 7.6198530241605261e-24, -23.118053405486076",
        "40, 0, -349.43700645934584",
        "1000, 0, -217150.64004199439"
    })
    void upperTailAndItsLogarithm(double z, double tail, double log10) {
        // mpmath: erfc(mpf(z)/sqrt(2))/2 and its log10; at z = 40 it is 3.7e-350, below the smallest double
        assertThat(Normal.upperTail(z)).isCloseTo(tail, within(tail * 1e-13));
        assertThat(Normal.log10UpperTail(z)).isCloseTo(log10, within(Math.abs(log10) * 1e-13));
    }

    @Test
    void twoSidedKeepsItsLogarithmWhereTheNumberVanishes() {
        PValue p = Normal.twoSided(-40);
        assertThat(p.value()).isZero();
        assertThat(p.log10()).isCloseTo(-349.43700645934584 + Math.log10(2), within(1e-10));
        assertThat(p.isBelow(1e-300)).isTrue();
        assertThat(Normal.twoSided(1).value()).isCloseTo(0.3173105078629141, within(1e-15));
        assertThat(Normal.twoSided(0)).isEqualTo(new PValue(1, 0));
    }

    @Test
    void quantiles() {
        // stats.norm.ppf(.975), stats.norm.ppf(1e-300)
        assertThat(Normal.criticalValue(0.95)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(Normal.quantile(1e-300)).isCloseTo(-37.0470962993612, within(1e-12));
    }
}
