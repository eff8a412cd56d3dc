package io.github.recsyseval.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonValueTest {
    private static long most(List<Double> values) {
        CommonValue common = new CommonValue();
        values.forEach(common::meet);
        values.forEach(common::count);
        return common.most();
    }

    /** One value so often, two others {@code each} times, and as many as it takes to make a thousand that occur once. */
    @ParameterizedTest
    @CsvSource({"251, 0", "251, 250", "400, 300", "1000, 0"})
    void countsAValueOnMoreThanAQuarterInWhateverOrder(int often, int each) {
        List<Double> values = new ArrayList<>(Collections.nCopies(often, 9.99));
        values.addAll(Collections.nCopies(each, 5.0));
        values.addAll(Collections.nCopies(each, 7.0));
        for (int i = values.size(); i < 1000; i++) {
            values.add(100.0 + i);
        }
        assertThat(most(values)).isEqualTo(often);
        Collections.reverse(values);
        assertThat(most(values)).isEqualTo(often);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(values, new Random(seed));
            assertThat(most(values)).isEqualTo(often);
        }
    }

    @Test
    void nothingIsCommonAmongNoValues() {
        assertThat(most(List.of())).isZero();
    }
}
