package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.recsyseval.testing.AccumulatorLaws;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueCountsTest {

    @Test
    void quantilesAreTheInverseOfTheEmpiricalDistribution() {
        // R: quantile(1:100, c(.95, .99), type=1)
        OrderedValues oneToHundred =
                counts(IntStream.rangeClosed(1, 100).asDoubleStream()).ordered();
        assertThat(oneToHundred.quantile(0.95)).isEqualTo(95);
        assertThat(oneToHundred.quantile(0.99)).isEqualTo(99);
        assertThat(counts(DoubleStream.of(80, 120)).ordered().quantile(0.95)).isEqualTo(120);
        assertThat(counts(DoubleStream.of(80, 120)).ordered().quantile(0.5)).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0.07, 7",
        "100, 0.29, 29",
        "1000, 0.001, 1",
        "10, 0, 1",
        "10, 1, 10",
        "3, 0.5, 2",
        "7000000000, 0.99, 6930000000"
    })
    void rankIsTheCeilingOfTheDecimalProduct(long n, double q, long rank) {
        // by hand; in doubles 100 * 0.07 = 7.000000000000001
        assertThat(OrderedValues.rank(n, q)).isEqualTo(rank);
    }

    @Test
    void countsRepeatedAndNegativeValues() {
        ValueCounts counts = counts(DoubleStream.of(3, -1, 3, 0.0, -0.0, 3, -2.5));
        OrderedValues ordered = counts.ordered();
        assertThat(IntStream.rangeClosed(1, 7).mapToDouble(ordered::atRank).toArray())
                .containsExactly(-2.5, -1, 0, 0, 3, 3, 3);
        assertThat(ordered.countUpTo(-3)).isZero();
        assertThat(ordered.countUpTo(-0.0)).isEqualTo(4);
        assertThat(ordered.countUpTo(2.9)).isEqualTo(4);
        assertThat(ordered.countUpTo(3)).isEqualTo(7);
        assertThat(ordered.count()).isEqualTo(7);
        assertThat(counts.isExact()).isTrue();
    }

    @Test
    void nothingHasNoQuantile() {
        OrderedValues none = new ValueCounts().ordered();
        assertThat(none.count()).isZero();
        assertThat(none.quantile(0.5)).isNaN();
        assertThat(none.countUpTo(1)).isZero();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> none.atRank(1));
    }

    @Test
    void staysExactUpToTheCapAndNotBeyond() {
        ValueCounts counts = new ValueCounts();
        for (int i = 0; i < ValueCounts.DISTINCT_VALUES_KEPT; i++) {
            counts.add(i);
            counts.add(i);
        }
        assertThat(counts.isExact()).isTrue();
        assertThat(counts.ordered().atRank(2_000_001)).isEqualTo(1_000_000);
        counts.add(-1);
        assertThat(counts.isExact()).isFalse();
        assertThat(counts.ordered().count()).isEqualTo(2L * ValueCounts.DISTINCT_VALUES_KEPT + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bucketsKeepTheStatedRelativeError(long seed) {
        Random random = new Random(seed);
        double[] values = DoubleStream.generate(() -> Math.exp(20 * random.nextGaussian()) * (random.nextInt(4) - 1))
                .limit(20_000)
                .toArray();
        ValueCounts counts = new ValueCounts(1000);
        DoubleStream.of(values).forEach(counts::add);
        double[] sorted = DoubleStream.of(values).map(x -> x + 0.0).sorted().toArray();
        OrderedValues ordered = counts.ordered();
        assertThat(counts.isExact()).isFalse();
        for (int rank = 1; rank <= sorted.length; rank++) {
            double truth = sorted[rank - 1];
            double error = Math.abs(ordered.atRank(rank) - truth);
            assertThat(error).isLessThanOrEqualTo(Math.abs(truth) * ValueCounts.RELATIVE_ERROR);
        }
        assertThat(ordered.atRank(1)).isGreaterThanOrEqualTo(sorted[0]);
        assertThat(ordered.atRank(sorted.length)).isLessThanOrEqualTo(sorted[sorted.length - 1]);
    }

    @Test
    void oneBucketNeverLeavesTheRangeOfItsValues() {
        ValueCounts counts = new ValueCounts(1);
        counts.add(1.0001);
        counts.add(1.0002);
        assertThat(counts.ordered().quantile(0.5)).isBetween(1.0001, 1.0002);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 149, 150, 151, 1000})
    void anyOrderIsTheSameOnBothSidesOfTheCap(int cap) {
        Random random = new Random(cap);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            values.add((double) i);
            values.add((double) random.nextInt(150));
        }
        AccumulatorLaws.anyOrderIsTheSame(
                () -> new ValueCounts(cap), ValueCounts::add, ValueCountsTest::contents, values);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNotFinite(double x) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueCounts().add(x));
    }

    private static ValueCounts counts(DoubleStream values) {
        ValueCounts counts = new ValueCounts();
        values.forEach(counts::add);
        return counts;
    }

    private static List<Object> contents(ValueCounts counts) {
        OrderedValues ordered = counts.ordered();
        List<Double> values = new ArrayList<>();
        for (long rank = 1; rank <= ordered.count(); rank++) {
            values.add(ordered.atRank(rank));
        }
        return List.of(counts.isExact(), values);
    }
}
