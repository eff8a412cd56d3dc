package io.github.recsyseval.metric.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankRunsTest {
    @Test
    void runsCountAsTheirSlotsOneByOne() {
        SplittableRandom random = new SplittableRandom(3);
        long[] runs = new long[3 * RankClicks.RANKS];
        long[] slots = new long[runs.length];
        for (int i = 0; i < 10_000; i++) {
            int row = random.nextInt(3) * RankClicks.RANKS;
            int first = random.nextInt(RankClicks.RANKS);
            int last = random.nextInt(first, RankClicks.RANKS);
            RankRuns.add(runs, row, first, last);
            for (int bucket = first; bucket <= last; bucket++) {
                slots[row + bucket]++;
            }
        }
        assertThat(RankRuns.slots(runs)).isEqualTo(slots);
    }

    @Test
    void anEmptyListHasNoSlots() {
        long[] runs = new long[RankClicks.RANKS];
        RankRuns.add(runs, 0, 1, 0);
        assertThat(RankRuns.slots(runs)).containsOnly(0);
    }
}
