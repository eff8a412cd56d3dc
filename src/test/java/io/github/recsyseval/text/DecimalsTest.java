package io.github.recsyseval.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference is the JDK's own formatter. */
class DecimalsTest {
    @Test
    void groupsWholeNumbersAsTheFormatterDoes() {
        for (long n : new long[] {0, 7, -7, 999, 1000, -1000, 123_456, 1_234_567, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(Decimals.grouped(n)).isEqualTo(String.format(Locale.ROOT, "%,d", n));
        }
    }

    @Test
    void roundsHalvesUpAndKeepsTheSign() {
        assertThat(Decimals.fixed(0.125, 2)).isEqualTo("0.13");
        assertThat(Decimals.fixed(-0.04, 1)).isEqualTo("-0.0");
        assertThat(Decimals.fixed(-0.0, 1)).isEqualTo("-0.0");
        assertThat(Decimals.groupedFixed(999_999.996, 2)).isEqualTo("1,000,000.00");
        assertThat(Decimals.groupedFixed(-1234.5, 0)).isEqualTo("-1,235");
    }

    @Test
    void writesDoublesAsTheFormatterDoes() {
        double[] special = {
            0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            1e15,
            1e-7
        };
        for (double value : special) {
            compare(value);
        }
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 100_000; i++) {
            compare(random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-8, 16)));
            compare(random.nextLong(-1_000_000, 1_000_000) / 1000.0);
        }
    }

    /** 1 - 1e-9 / 500 is a level of five hundred claims. */
    @ParameterizedTest
    @CsvSource({
        "0.05, 5 %",
        "0.95, 95 %",
        "0.9833333333333333, 98.3333 %",
        "0.999, 99.9 %",
        "0.9999, 99.99 %",
        "0.999999999, 99.9999999 %",
        "0.999999999998, 99.9999999998 %",
        "1, 100 %",
        "1e-9, 0.0000001 %"
    })
    void whatSomebodyChoseIsNotRoundedToAll(double share, String shown) {
        assertThat(Decimals.percentChosen(share)).isEqualTo(shown);
    }

    private static void compare(double value) {
        assertThat(Decimals.significant(value, 3)).isEqualTo(String.format(Locale.ROOT, "%.3g", value));
        for (int decimals = 0; decimals <= 4; decimals++) {
            assertThat(Decimals.fixed(value, decimals))
                    .isEqualTo(String.format(Locale.ROOT, "%." + decimals + "f", value));
            assertThat(Decimals.groupedFixed(value, decimals))
                    .isEqualTo(String.format(Locale.ROOT, "%,." + decimals + "f", value));
        }
    }
}
