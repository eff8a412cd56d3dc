package io.github.recsyseval.join;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlateTest {
    private final Slate slate = new Slate();

    @Test
    void ordersByLoggedRankWhateverTheArrayOrder() {
        set(new long[] {30, 10, 20}, 3, 1, 2);
        assertThat(slate.length()).isEqualTo(3);
        assertThat(slate.position(10)).isEqualTo(1);
        assertThat(slate.position(20)).isEqualTo(2);
        assertThat(slate.position(30)).isEqualTo(3);
    }

    @Test
    void positionsCountPlacesNotRanks() {
        set(new long[] {5, 6}, 3, 17);
        assertThat(slate.position(6)).isEqualTo(2);
        assertThat(slate.loggedRank(2)).isEqualTo(17);
    }

    @Test
    void repeatedItemKeepsItsBestPlaceAndTheOthersMoveUp() {
        set(new long[] {1, 2, 1, 3}, 2, 1, 3, 4);
        assertThat(slate.length()).isEqualTo(3);
        assertThat(slate.position(2)).isEqualTo(1);
        assertThat(slate.position(1)).isEqualTo(2);
        assertThat(slate.loggedRank(2)).isEqualTo(2);
        assertThat(slate.position(3)).isEqualTo(3);
    }

    @Test
    void equalRanksKeepTheOrderOfTheLog() {
        set(new long[] {8, 7, 9}, 1, 1, 1);
        assertThat(slate.position(8)).isEqualTo(1);
        assertThat(slate.position(7)).isEqualTo(2);
        assertThat(slate.position(9)).isEqualTo(3);
    }

    @Test
    void itemThatWasNotShownHasPositionZero() {
        set(new long[] {1}, 1);
        assertThat(slate.position(99)).isZero();
        set(new long[0]);
        assertThat(slate.length()).isZero();
        assertThat(slate.position(1)).isZero();
    }

    @Test
    void longListsWorkAsShortOnes() {
        int n = 5000;
        long[] items = new long[n];
        int[] ranks = new int[n];
        for (int i = 0; i < n; i++) {
            items[i] = 1_000_000L * i;
            ranks[i] = n - i;
        }
        set(items, ranks);
        assertThat(slate.length()).isEqualTo(n);
        assertThat(slate.position(0)).isEqualTo(n);
        assertThat(slate.position(1_000_000L * (n - 1))).isEqualTo(1);
    }

    private void set(long[] items, int... ranks) {
        slate.set(items, ranks, 0, items.length);
    }
}
