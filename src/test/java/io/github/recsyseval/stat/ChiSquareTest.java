package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiSquareTest {

    @ParameterizedTest
    @CsvSource({
        "500, 1, -110.02202970476329",
        "2000, 3, -432.74180985931968",
        "5000, 1, -1087.6838365143224",
        "1e6, 9, -217128.36019782343",
        "3000, 200, -492.949060610359"
    })
    void logarithmOfTheTail(double x, double df, double log10) {
        // mpmath: log10(gammainc(mpf(df)/2, mpf(x)/2, inf, regularized=True))
        PValue p = ChiSquare.upperTail(x, df);
        assertThat(p.log10()).isCloseTo(log10, within(Math.abs(log10) * 1e-12));
        assertThat(p.value()).isCloseTo(Math.pow(10, log10), within(Math.pow(10, log10) * 1e-9));
    }

    @ParameterizedTest
    @CsvSource({"500, 1, 9.505397766554137e-111", "0, 4, 1"})
    void tail(double x, double df, double p) {
        // stats.chi2.sf(x, df)
        assertThat(ChiSquare.upperTail(x, df).value()).isCloseTo(p, within(p * 1e-12));
    }
}
