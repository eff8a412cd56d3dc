package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.testing.AccumulatorLaws;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeHistogramTest {
    private static final long MINUTE = 60_000_000L;

    private static TimeHistogram of(int most, long... micros) {
        TimeHistogram times = new TimeHistogram(most);
        for (long moment : micros) {
            times.add(moment);
        }
        return times;
    }

    private static String bins(TimeHistogram times) {
        StringBuilder text = new StringBuilder();
        for (int bin = 0; bin < times.bins(); bin++) {
            text.append(times.start(bin) / MINUTE).append('-').append(times.end(bin) / MINUTE);
            text.append(':').append(times.countOf(bin)).append(' ');
        }
        return text.toString().strip();
    }

    @Test
    void aMinuteIsABin() {
        assertThat(bins(of(4, 0, MINUTE - 1, MINUTE, 1_000_000 * MINUTE + 7)))
                .isEqualTo("0-1:2 1-2:1 1000000-1000001:1");
        assertThat(bins(of(4, -1))).isEqualTo("-1-0:1");
    }

    /** Minutes 1, 4, 5, 9, 30 need five bins; pairs (0,1) (4,5) (8,9) (30,31) only four. */
    @Test
    void binsBecomeWiderWhenThereAreTooMany() {
        TimeHistogram times = of(4, 9 * MINUTE, MINUTE, 5 * MINUTE, 4 * MINUTE, 30 * MINUTE);

        assertThat(bins(times)).isEqualTo("1-2:1 4-6:2 8-10:1 30-31:1");
    }

    @Test
    void sharesSpreadEvenlyWithinABin() {
        TimeHistogram times = of(8, 0, 0, 0, 10 * MINUTE);

        assertThat(times.shareBefore(0)).isZero();
        assertThat(times.shareBefore(MINUTE / 2)).isEqualTo(0.375, within(1e-12));
        assertThat(times.shareBefore(MINUTE)).isEqualTo(0.75);
        assertThat(times.shareBefore(10 * MINUTE)).isEqualTo(0.75);
        assertThat(times.shareBefore(11 * MINUTE)).isEqualTo(1);
    }

    /** Ten minutes with one moment each. */
    @Test
    void findsTheMomentBeforeWhichAShareLies() {
        TimeHistogram times = new TimeHistogram(16);
        for (int minute = 0; minute < 10; minute++) {
            times.add(minute * MINUTE);
        }

        assertThat(times.quantile(0)).isZero();
        assertThat(times.quantile(0.25)).isEqualTo(5 * MINUTE / 2);
        assertThat(times.quantile(1)).isEqualTo(10 * MINUTE);
    }

    @Test
    void orderAndSplitChangeNothing() {
        Random random = new Random(1);
        List<Long> moments = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            moments.add((long) (random.nextGaussian() * 300 * MINUTE) + (i % 50 == 0 ? 1_767_225_600_000_000L : 0));
        }
        AccumulatorLaws.<TimeHistogram, Long>of(
                        () -> new TimeHistogram(16),
                        (times, moment) -> times.add(moment.longValue()),
                        (times, others) -> times.add(others),
                        times -> bins(times) + times.count() + " " + times.first() + " " + times.last())
                .holdFor(moments);
    }
}
