package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReportingDelayTest {
    /**
     * at = [1205, 450, 190, 50] events of each class in cohorts watched for it, up = [1205, 1350, 1090, 600] of it or shorter ones;
     * P = np.cumprod((1 - at / up)[::-1])[::-1], shifted by one: 0.50459, 0.75688, 0.91667, 1; times exp(2 sqrt(v)) with
     * v = np.cumsum((at / up / (up - at))[::-1])[::-1], shifted likewise.
     */
    @Test
    void isTheProductOverLongerDelays() {
        ReportingDelay delay = ReportingDelay.of(
                new long[][] {{300, 150, 100, 50}, {310, 140, 90, 0}, {290, 160, 0, 0}, {305, 0, 0, 0}},
                new int[] {4, 3, 2, 1});
        assertThat(delay.seen(4)).isEqualTo(1);
        assertThat(delay.seen(3)).isCloseTo(0.9395135113612506, within(1e-12));
        assertThat(delay.seen(2)).isCloseTo(0.7855346290357421, within(1e-12));
        assertThat(delay.seen(1)).isCloseTo(0.5323178066514443, within(1e-12));
    }

    @Test
    void whoWasNotWatchedHasSeenNothingAndWhoWasLongestAll() {
        ReportingDelay delay = ReportingDelay.of(new long[][] {{300, 300}}, new int[] {2});
        assertThat(delay.seen(0)).isZero();
        assertThat(delay.seen(9)).isEqualTo(1);
    }

    /** 199 events of the second class or shorter are too few to tell of it. */
    @Test
    void fewEventsSayNothing() {
        assertThat(ReportingDelay.of(new long[][] {{100, 99}, {300, 0}}, new int[] {2, 1})
                        .seen(1))
                .isEqualTo(1);
        assertThat(ReportingDelay.of(new long[][] {{100, 100}, {300, 0}}, new int[] {2, 1})
                        .seen(1))
                .isLessThan(1);
    }

    @Test
    void nothingIsMissingOfNothing() {
        assertThat(ReportingDelay.of(new long[0][], new int[0]).seen(1)).isEqualTo(1);
    }
}
