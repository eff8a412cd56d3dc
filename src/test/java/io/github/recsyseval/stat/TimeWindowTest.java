package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWindowTest {
    private static final long MINUTE = 60_000_000L;

    /** One moment in each minute [from, to) of a day. */
    private static TimeHistogram minutes(int from, int to) {
        TimeHistogram times = new TimeHistogram(4096);
        for (int minute = from; minute < to; minute++) {
            times.add(minute * MINUTE + 1);
        }
        return times;
    }

    @Test
    void findsWhenSomethingBegan() {
        TimeWindow window = TimeWindow.of(minutes(432, 1440), minutes(0, 1440));

        assertThat(window.from()).isEqualTo(432 * MINUTE);
        assertThat(window.to()).isEqualTo(1440 * MINUTE);
        assertThat(window.within()).isEqualTo(1008);
        assertThat(window.excess()).isEqualTo(432.0 / 1440, within(1e-12));
        assertThat(window.pValue()).isLessThan(1e-30);
    }

    /** 44 moments in each of seven minutes, four elsewhere: 308 of 312, in 7 / 1440 of the day. */
    @Test
    void leavesOutStrays() {
        TimeHistogram part = minutes(30, 31);
        part.add(minutes(700, 701));
        part.add(minutes(900, 902));
        for (int i = 0; i < 44; i++) {
            part.add(minutes(432, 439));
        }

        TimeWindow window = TimeWindow.of(part, minutes(0, 1440));

        assertThat(window.from()).isEqualTo(432 * MINUTE);
        assertThat(window.to()).isEqualTo(439 * MINUTE);
        assertThat(window.within()).isEqualTo(308);
        assertThat(window.excess()).isEqualTo(308.0 / 312 - 7.0 / 1440, within(1e-12));
    }

    @Test
    void seesNothingInAPartThatIsSpreadLikeTheWhole() {
        TimeHistogram part = new TimeHistogram(128);
        for (int minute = 0; minute < 1440; minute += 3) {
            part.add(minute * MINUTE);
        }

        assertThat(TimeWindow.of(part, minutes(0, 1440)).pValue()).isGreaterThan(0.5);
    }

    /** Upper percentage points of n-modified V, Stephens (1970): lambda 1.620, 1.747, 1.862, 2.001 for 10, 5, 2.5 and 1 %. */
    @ParameterizedTest
    @CsvSource({"1.620, 0.10", "1.747, 0.05", "1.862, 0.025", "2.001, 0.01"})
    void hasKuipersDistribution(double lambda, double probability) {
        for (long n : new long[] {10, 1_000, 1_000_000}) {
            double root = Math.sqrt(n);
            double v = lambda / (root + 0.155 + 0.24 / root);

            assertThat(TimeWindow.pValue(v, n)).isEqualTo(probability, within(0.01 * probability));
        }
    }
}
