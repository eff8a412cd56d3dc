package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadixSortTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 4096, 5000, 70_000})
    void sortsAsTheLibraryDoes(int count) {
        SplittableRandom random = new SplittableRandom(count);
        double[] values = new double[count + 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (random.nextInt(4)) {
                case 0 -> random.nextInt(5);
                case 1 -> random.nextDouble() * 1e-300;
                case 2 -> Double.MAX_VALUE * random.nextDouble();
                default -> Math.round(random.nextDouble() * 1e6) / 1e3;
            };
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted, 0, count);
        RadixSort.ascending(values, count);
        assertThat(values).containsExactly(sorted);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 7, 2_147_483.647, 2_147_483.648, 41.2964, 1e300})
    void sortsMillisecondsAndWhateverIsAmongThem(double odd) {
        SplittableRandom random = new SplittableRandom(7);
        double[] values = new double[5000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(1 << 1 + random.nextInt(30)) / 1000.0;
        }
        values[4999] = odd;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        RadixSort.ascending(values, values.length);
        assertThat(values).containsExactly(sorted);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6000})
    void orderedValuesAreThoseOfCounting(int count) {
        SplittableRandom random = new SplittableRandom(1);
        ValueCounts counts = new ValueCounts();
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(2000) / 8.0;
            counts.add(values[i]);
        }
        OrderedValues expected = counts.ordered();
        OrderedValues ordered = OrderedValues.of(values, count);
        assertThat(ordered.count()).isEqualTo(count);
        for (long rank = 1; rank <= count; rank++) {
            assertThat(ordered.atRank(rank)).isEqualTo(expected.atRank(rank));
        }
        assertThat(ordered.countUpTo(100)).isEqualTo(expected.countUpTo(100));
        assertThat(Double.valueOf(ordered.quantile(0.95))).isEqualTo(Double.valueOf(expected.quantile(0.95)));
    }
}
