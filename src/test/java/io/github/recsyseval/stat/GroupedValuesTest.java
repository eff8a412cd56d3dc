package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupedValuesTest {
    private static final int GROUPS = 3;

    /** Group 1 stays empty. */
    private static void sameAsCounting(double[] values) {
        long[] sizes = new long[GROUPS];
        ValueCounts[] counts = {new ValueCounts(), new ValueCounts(), new ValueCounts()};
        for (int i = 0; i < values.length; i++) {
            sizes[group(i)]++;
            counts[group(i)].add(values[i]);
        }
        GroupedValues grouped = new GroupedValues(sizes);
        for (int i = 0; i < values.length; i++) {
            grouped.add(group(i), values[i]);
        }
        for (int group = 0; group < GROUPS; group++) {
            OrderedValues expected = counts[group].ordered();
            OrderedValues ordered = grouped.ordered(group);
            assertThat(ordered.count()).isEqualTo(sizes[group]);
            for (long rank = 1; rank <= sizes[group]; rank++) {
                assertThat(ordered.atRank(rank)).isEqualTo(expected.atRank(rank));
                assertThat(ordered.countUpTo(ordered.atRank(rank)))
                        .isEqualTo(expected.countUpTo(expected.atRank(rank)));
            }
            assertThat(Double.valueOf(ordered.quantile(0.95))).isEqualTo(Double.valueOf(expected.quantile(0.95)));
        }
    }

    private static int group(int i) {
        return i % 7 == 0 ? 0 : 2;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 6000, 30_000})
    void putsEachGroupIntoOrder(int count) {
        SplittableRandom random = new SplittableRandom(count);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(2000) / 8.0;
        }
        sameAsCounting(values);
    }

    /** Numbers with more decimals, or too large for thousandths in 32 bits, come first, last or in between. */
    @ParameterizedTest
    @CsvSource({
        "0, 5999",
        "0.001, 0",
        "7, 3000",
        "2147483.647, 5999",
        "2147483.648, 5999",
        "2147483.648, 0",
        "41.2964, 0",
        "41.2964, 3001",
        "41.2964, 5999",
        "1e300, 5999",
        "1e-300, 17"
    })
    void takesThousandthsAndWhateverIsAmongThem(double odd, int at) {
        SplittableRandom random = new SplittableRandom(7);
        double[] values = new double[6000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(1 << 1 + random.nextInt(30)) / 1000.0;
        }
        values[at] = odd;
        sameAsCounting(values);
    }

    /** Which is where values are put into buckets. */
    @ParameterizedTest
    @ValueSource(doubles = {1000, 1024})
    void beyondAMillionDifferentValuesTheyAreThoseOfCountingToo(double denominator) {
        int count = ValueCounts.DISTINCT_VALUES_KEPT + 5;
        GroupedValues grouped = new GroupedValues(new long[] {count});
        ValueCounts counts = new ValueCounts();
        for (int i = 0; i < count; i++) {
            grouped.add(0, i / denominator);
            counts.add(i / denominator);
        }
        OrderedValues expected = counts.ordered();
        OrderedValues ordered = grouped.ordered(0);
        assertThat(ordered.count()).isEqualTo(count);
        for (double q = 0; q <= 1; q += 0.125) {
            assertThat(ordered.quantile(q)).isEqualTo(expected.quantile(q));
        }
    }
}
