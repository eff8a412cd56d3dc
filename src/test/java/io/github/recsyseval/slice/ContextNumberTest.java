package io.github.recsyseval.slice;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that exposures log as text: plain ones come back to the bit, anything else is no number. */
class ContextNumberTest {
    private static double through(ContextNumber number, @Nullable String text) {
        int[] columns = {7, 7, 7, 7};
        number.lookup(1).fill(new @Nullable String[] {"0", text}, columns, 1);
        assertThat(columns[0]).isEqualTo(7);
        assertThat(columns[3]).isEqualTo(7);
        return ContextNumber.value(columns[1], columns[2]);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-1.5, -1.5",
        "+.25, 0.25",
        "7., 7",
        "1e3, 1000",
        "-2E-3, -0.002",
        "0.1, 0.1",
        "1700000000.123456, 1700000000.123456",
        "1e-100, 1e-100",
        "-9.99e-101, 0",
        "4.9e-324, 0",
        "-1e100, -1e100"
    })
    void plainNumbersComeBackToTheBit(String text, double expected) {
        ContextNumber number = new ContextNumber("clicks");
        assertThat(through(number, text)).isEqualTo(expected);
        assertThat(number.keyMet()).isTrue();
        assertThat(number.numberMet()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "one",
                "1,5",
                "1_000",
                "0x10",
                "1d",
                "1f",
                "NaN",
                "Infinity",
                "1.001e100",
                "-1e160",
                "1.7976931348623157e308",
                "1e309",
                "1e1000",
                "-",
                ".",
                "e5",
                "\u0661"
            })
    void anythingElseIsNoNumber(@Nullable String text) {
        ContextNumber number = new ContextNumber("clicks");
        assertThat(through(number, text)).isNaN();
        assertThat(number.keyMet()).isEqualTo(text != null);
        assertThat(number.numberMet()).isFalse();
    }

    @Test
    void textsLongerThanAnyNumberAreNone() {
        assertThat(through(new ContextNumber("clicks"), "0".repeat(1_000_000))).isNaN();
    }
}
