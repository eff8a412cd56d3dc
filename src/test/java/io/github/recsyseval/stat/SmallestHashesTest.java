package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SmallestHashesTest {

    /** 2^62 - 1 is a quarter of all hashes, so 3 / (1/4); with the highest bit it is 3 / (3/4). */
    @Test
    void countsTheHashesBelowTheLargestByItsShare() {
        assertThat(SmallestHashes.distinct(4, (1L << 62) - 1)).isCloseTo(12, within(1e-12));
        assertThat(SmallestHashes.distinct(4, (1L << 63) | (1L << 62) - 1)).isCloseTo(4, within(1e-12));
    }

    /** Over 2,000 samples of 5,000 values with k = 102: unbiased, and a relative standard error of a tenth. */
    @Test
    void isUnbiasedWithTheStatedError() {
        SplittableRandom random = new SplittableRandom(42);
        double sum = 0;
        double squares = 0;
        int runs = 2_000;
        for (int run = 0; run < runs; run++) {
            long[] hashes = random.longs(5_000)
                    .map(hash -> hash ^ Long.MIN_VALUE)
                    .sorted()
                    .toArray();
            double ratio = SmallestHashes.distinct(102, hashes[101] ^ Long.MIN_VALUE) / 5_000;
            sum += ratio;
            squares += (ratio - 1) * (ratio - 1);
        }
        assertThat(SmallestHashes.relativeError(102)).isEqualTo(0.1);
        // four standard errors of the mean of 2,000 runs
        assertThat(sum / runs).isCloseTo(1, within(4 * 0.1 / Math.sqrt(runs)));
        assertThat(Math.sqrt(squares / runs)).isCloseTo(0.1, within(0.01));
    }
}
