package io.github.recsyseval.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongCountsTest {
    /** Against a map of the library; keys far apart, and next to one another on both sides of 0. */
    @ParameterizedTest
    @ValueSource(longs = {1, 60, 1L << 40})
    void countsByKey(long step) {
        LongCounts counts = new LongCounts(1000);
        Map<Long, Long> expected = new TreeMap<>();
        Map<Long, Long> coarse = new TreeMap<>();
        Random random = new Random(step);
        for (int i = 0; i < 5000; i++) {
            long key = step * (random.nextInt(900) - 450);
            counts.add(key, 1 + i % 3);
            expected.merge(key, 1L + i % 3, Long::sum);
            coarse.merge(Math.floorDiv(key, 7), 1L + i % 3, Long::sum);
        }
        assertThat(counts.sorted()).isEqualTo(expected);
        assertThat(counts.size()).isEqualTo(expected.size());
        assertThat(counts.total())
                .isEqualTo(expected.values().stream().mapToLong(count -> count).sum());
        assertThat(counts.get(0)).isEqualTo(expected.get(0L));
        assertThat(counts.get(1000 * step)).isZero();
        assertThat(counts.coarser(7).sorted()).isEqualTo(coarse);

        LongCounts both = new LongCounts(1000);
        both.add(counts);
        both.add(counts);
        expected.replaceAll((key, count) -> 2 * count);
        assertThat(both.sorted()).isEqualTo(expected);
    }

    @Test
    void beyondTheMostKeysNothingIsKnown() {
        LongCounts counts = new LongCounts(3);
        for (long key = 0; key < 3; key++) {
            counts.add(key, 1);
            counts.add(key, 1);
        }
        assertThat(counts.tooMany()).isFalse();
        assertThat(counts.sorted()).hasSize(3);
        counts.add(3, 1);
        counts.add(0, 1);
        assertThat(counts.tooMany()).isTrue();
        assertThat(counts.sorted()).isEmpty();
        assertThat(counts.get(0)).isZero();

        LongCounts other = new LongCounts(3);
        other.add(7, 1);
        other.add(counts);
        assertThat(other.tooMany()).isTrue();
    }
}
