package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.recsyseval.testing.AccumulatorLaws;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {

    private static final AccumulatorLaws<ExactSum, Double> LAWS =
            AccumulatorLaws.of(ExactSum::new, ExactSum::add, ExactSum::add, ExactSum::value);

    @Test
    void nothingSumsToZero() {
        assertThat(new ExactSum().value()).isZero();
    }

    @Test
    void keepsWhatNaiveSummationLoses() {
        assertThat(sum(1e16, 1, -1e16)).isEqualTo(1);
        assertThat(sum(1e308, 1e-308, -1e308)).isEqualTo(1e-308);
        assertThat(sum(0.1, 0.2, 0.3, -0.6)).isEqualTo(bigDecimalSum(List.of(0.1, 0.2, 0.3, -0.6)));
    }

    @Test
    void passesThroughTheRangeThatDoublesCannotHold() {
        assertThat(sum(1e308, 1e308, 1e308, -1e308, -1e308, -1e308, 0.5)).isEqualTo(0.5);
    }

    @Test
    void isInfiniteOnlyBeyondTheLargestDouble() {
        assertThat(sum(1e308, 1e308)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(sum(-Double.MAX_VALUE, -Math.ulp(Double.MAX_VALUE) / 2)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(sum(Double.MAX_VALUE, Math.ulp(Double.MAX_VALUE) / 4)).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void addsSubnormalNumbers() {
        assertThat(sum(Double.MIN_VALUE, Double.MIN_VALUE, -Double.MIN_NORMAL))
                .isEqualTo(2 * Double.MIN_VALUE - Double.MIN_NORMAL);
    }

    @Test
    void roundsTiesToEvenAndSeesTheSmallestExcess() {
        assertThat(sum(1, 0x1p-53)).isEqualTo(1);
        assertThat(sum(1, 0x1p-53, Double.MIN_VALUE)).isEqualTo(1 + 0x1p-52);
        assertThat(sum(1 + 0x1p-52, 0x1p-53)).isEqualTo(1 + 0x1p-51);
        assertThat(sum(1 + 0x1p-52, 0x1p-53, -Double.MIN_VALUE)).isEqualTo(1 + 0x1p-52);
    }

    @Test
    void wholeNumbersOutgrowTheLong() {
        ExactSum sum = new ExactSum();
        double large = 0x1p53 - 1;
        for (int i = 0; i < 5_000; i++) {
            sum.add(large);
            sum.add(large);
            sum.add(-1);
        }
        assertThat(sum.value())
                .isEqualTo(new BigDecimal(large)
                        .multiply(BigDecimal.valueOf(10_000))
                        .subtract(BigDecimal.valueOf(5_000))
                        .doubleValue());
        for (int i = 0; i < 10_000; i++) {
            sum.add(-large);
        }
        assertThat(sum.value()).isEqualTo(-5_000);
    }

    @Test
    void manyEqualFractionsCarryCorrectly() {
        ExactSum sum = new ExactSum();
        double x = -(1 - 0x1p-53);
        for (int i = 0; i < 100_000; i++) {
            sum.add(x);
        }
        assertThat(sum.value())
                .isEqualTo(
                        new BigDecimal(x).multiply(BigDecimal.valueOf(100_000)).doubleValue());
    }

    @Test
    void doublingGrowsPastEveryDigit() {
        ExactSum sum = new ExactSum();
        sum.add(Double.MAX_VALUE);
        sum.add(-0.75);
        for (int i = 0; i < 40; i++) {
            sum.add(sum);
        }
        for (int i = 0; i < 40; i++) {
            assertThat(sum.value()).isEqualTo(Double.POSITIVE_INFINITY);
        }
        Dyadic expected = new Dyadic(new BigDecimal(Double.MAX_VALUE).toBigIntegerExact(), 40)
                .plus(new Dyadic(java.math.BigInteger.valueOf(-3), 38));
        assertThat(sum.exact().minus(expected).signum()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void equalsTheSumInDecimalArithmeticRoundedOnce(long seed) {
        for (List<Double> numbers : hostile(seed)) {
            ExactSum sum = new ExactSum();
            numbers.forEach(sum::add);
            assertThat(sum.value()).isEqualTo(bigDecimalSum(numbers));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void obeysTheLawsOfAccumulators(long seed) {
        hostile(seed).forEach(LAWS::holdFor);
    }

    @Test
    void obeysTheLawsWithoutData() {
        LAWS.holdFor(List.of());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNotFinite(double x) {
        ExactSum sum = new ExactSum();
        sum.add(1.5);
        assertThatIllegalArgumentException().isThrownBy(() -> sum.add(x)).withMessageContaining(Double.toString(x));
        assertThat(sum.value()).isEqualTo(1.5);
    }

    private static double sum(double... numbers) {
        ExactSum sum = new ExactSum();
        Arrays.stream(numbers).forEach(sum::add);
        return sum.value();
    }

    private static double bigDecimalSum(List<Double> numbers) {
        return numbers.stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    /** Lists of numbers that are hard to add: any bits, huge cancellation, mixed sizes, whole numbers, rates. */
    private static List<List<Double>> hostile(long seed) {
        Random random = new Random(seed);
        List<Function<Random, Double>> kinds = List.of(
                ExactSumTest::anyFinite,
                r -> r.nextGaussian() * Math.pow(10, r.nextInt(40) - 20),
                r -> (double) (r.nextLong() >> r.nextInt(63)),
                r -> 1.0 / (1 + r.nextInt(20)),
                r -> Double.MIN_VALUE * r.nextInt(1000),
                r -> r.nextBoolean() ? 1e308 : 1e-308 * r.nextDouble());
        List<List<Double>> lists = new ArrayList<>();
        for (Function<Random, Double> kind : kinds) {
            List<Double> numbers = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                double x = kind.apply(random);
                numbers.add(x);
                if (random.nextInt(3) > 0) {
                    numbers.add(-x);
                }
            }
            Collections.shuffle(numbers, random);
            lists.add(numbers);
        }
        return lists;
    }

    private static double anyFinite(Random random) {
        double x = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(x) ? x : 0;
    }
}
