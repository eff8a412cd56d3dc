package io.github.recsyseval.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One is the only number that takes the singular. */
class CountedTest {
    @ParameterizedTest
    @CsvSource({"0, 0 users", "1, 1 user", "2, 2 users", "21, 21 users", "2000, '2,000 users'"})
    void nounGoesWithItsNumber(long n, String expected) {
        assertThat(Counted.of(n, "user")).isEqualTo(expected);
    }

    @Test
    void verbGoesWithItsNumberToo() {
        assertThat(Counted.of(1, "query takes", "queries take")).isEqualTo("1 query takes");
        assertThat(Counted.of(1234, "query takes", "queries take")).isEqualTo("1,234 queries take");
    }

    /** The noun goes with the whole, the verb with the part. */
    @Test
    void partIsOfAWhole() {
        assertThat(Counted.part(1, 1, "user") + Counted.words(1, " was", " were"))
                .isEqualTo("1 of 1 user was");
        assertThat(Counted.part(1, 2000, "user") + Counted.words(1, " was", " were"))
                .isEqualTo("1 of 2,000 users was");
        assertThat(Counted.part(0, 1, "user") + Counted.words(0, " was", " were"))
                .isEqualTo("0 of 1 user were");
    }
}
