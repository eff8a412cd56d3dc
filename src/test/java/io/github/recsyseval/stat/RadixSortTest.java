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
        RadixSort.ascending(values, 0, count);
        assertThat(values).containsExactly(sorted);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 5000, 70_000})
    void sortsWholeNumbersAsTheLibraryDoes(int count) {
        SplittableRandom random = new SplittableRandom(count);
        int[] values = new int[count + 7];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt() >>> 1 + random.nextInt(31);
        }
        int[] sorted = values.clone();
        Arrays.sort(sorted, 3, count + 3);
        RadixSort.ascending(values, new int[values.length], 3, count + 3);
        assertThat(values).containsExactly(sorted);
    }
}
