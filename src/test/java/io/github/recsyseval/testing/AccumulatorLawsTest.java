package io.github.recsyseval.testing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccumulatorLawsTest {

    @Test
    void catchASumThatDependsOnTheOrder() {
        AccumulatorLaws<double[], Double> laws = AccumulatorLaws.of(
                () -> new double[1], (sum, x) -> sum[0] += x, (sum, other) -> sum[0] += other[0], sum -> sum[0]);
        List<Double> numbers = new Random(1).doubles(1000).boxed().toList();
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> laws.holdFor(numbers));
    }

    @Test
    void catchAMergeThatForgets() {
        AccumulatorLaws<int[], Integer> laws = AccumulatorLaws.of(
                () -> new int[1], (max, x) -> max[0] = Math.max(max[0], x), (max, other) -> {}, max -> max[0]);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> laws.holdFor(List.of(3, 1, 2)));
    }
}
