package io.github.recsyseval.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RequestFilterTest {
    /** Four bits of eight a request: (1 - e^(-4/8))^4 = 0.0240 of the absent ones. */
    @Test
    void overlooksNothingAndRaisesFewFalseAlarms() {
        int count = 1 << 17;
        RequestFilter filter = new RequestFilter(count);
        SplittableRandom random = new SplittableRandom(1);
        long[] ids = random.longs(2L * count).toArray();
        for (int i = 0; i < count; i++) {
            filter.add(ids[2 * i], ids[2 * i + 1]);
        }

        for (int i = 0; i < count; i++) {
            assertThat(filter.mayContain(ids[2 * i], ids[2 * i + 1])).isTrue();
        }
        int alarms = 0;
        for (int i = 0; i < 100_000; i++) {
            alarms += filter.mayContain(random.nextLong(), random.nextLong()) ? 1 : 0;
        }
        assertThat(alarms).isBetween(2_200, 2_600);
    }
}
