package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantileIntervalTest {

    @Test
    void clusteredValuesGetTheRanksOfWoodruff() {
        /* m = np.array([95,100,90,97,93]); d = 100 each; K = 5; se as in RatioMomentsTest; t = stats.t.ppf(.975, 4)
         * 500*(.95 - t*se) = 451.36, 500*(.95 + t*se) = 498.64 */
        RatioMoments users = users(100, 95, 100, 90, 97, 93);
        assertThat(QuantileInterval.clustered(oneTo(500), 0.95, users, users, 0.95))
                .isEqualTo(new Interval(451, 499, 0.95, "woodruff_by_user"));
    }

    @Test
    void clusteringNeverShortensTheInterval() {
        // all users alike: t(3) = stats.t.ppf(.975, 3) = 3.1824, se = sqrt(.95*.05/400): ranks 366.1 and 393.9
        RatioMoments alike = users(100, 95, 95, 95, 95);
        assertThat(QuantileInterval.clustered(oneTo(400), 0.95, alike, alike, 0.95))
                .isEqualTo(new Interval(366, 394, 0.95, "woodruff_by_user"));
    }

    @Test
    void theLargestOfFewValuesIsNoUpperEnd() {
        RatioMoments users = users(2, 2, 2, 2, 2);
        Interval interval = QuantileInterval.clustered(oneTo(8), 0.99, users, users, 0.95)
                .interval()
                .orElseThrow();
        assertThat(interval.upper()).isInfinite();
    }

    @Test
    void equalValuesHaveAnIntervalOfNoLength() {
        ValueCounts counts = new ValueCounts();
        counts.add(120, 1000);
        RatioMoments users = users(250, 250, 250, 250, 250);
        assertThat(QuantileInterval.clustered(counts.ordered(), 0.95, users, users, 0.95))
                .isEqualTo(new Interval(120, 120, 0.95, "woodruff_by_user"));
    }

    @Test
    void valuesOfOneUserThatAreAllAlikeProveNothingOfTheOthers() {
        /* 20 users with ten values each, one with forty that are all 900: x_q = 900, at which every share is 1. Below it:
         * m = np.array([10] * 20 + [0]); d = np.array([10] * 20 + [40]); r = m.sum() / d.sum()
         * se = np.sqrt(((m - r * d)**2).sum() * 21 / 20) / d.sum(); h = stats.t.ppf(.975, 20) * se
         * 240*(.95 - h) = 154.99, 240*(.95 + h) = 301.01 */
        ValueCounts counts = new ValueCounts();
        for (int value = 1; value <= 200; value++) {
            counts.add(value);
        }
        counts.add(900, 40);
        RatioMoments belowOrAt = new RatioMoments();
        RatioMoments below = new RatioMoments();
        for (int user = 0; user < 20; user++) {
            belowOrAt.add(10, 10);
            below.add(10, 10);
        }
        belowOrAt.add(40, 40);
        below.add(0, 40);
        OrderedValues values = counts.ordered();
        assertThat(QuantileInterval.isTied(values, 0.95)).isTrue();
        assertThat(QuantileInterval.isTied(values, 0.5)).isFalse();
        assertThat(QuantileInterval.clustered(values, 0.95, belowOrAt, below, 0.95))
                .isEqualTo(new Interval(154, Double.POSITIVE_INFINITY, 0.95, "woodruff_by_user"));
    }

    @Test
    void saysWhyThereIsNone() {
        OrderedValues none = new ValueCounts().ordered();
        assertThat(QuantileInterval.clustered(none, 0.95, new RatioMoments(), new RatioMoments(), 0.95))
                .isEqualTo(new NoInterval("no data"));
        assertThat(QuantileInterval.clustered(oneTo(10), 0.95, users(10, 10), users(10, 10), 0.95))
                .isEqualTo(new NoInterval("one user"));
    }

    private static OrderedValues oneTo(int n) {
        ValueCounts counts = new ValueCounts();
        for (int i = 1; i <= n; i++) {
            counts.add(i);
        }
        return counts.ordered();
    }

    private static RatioMoments users(double values, double... atMostTheQuantile) {
        RatioMoments moments = new RatioMoments();
        for (double m : atMostTheQuantile) {
            moments.add(m, values);
        }
        return moments;
    }
}
