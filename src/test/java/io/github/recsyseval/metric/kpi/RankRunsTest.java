package io.github.recsyseval.metric.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankRunsTest {
    @Test
    void runsCountAsTheirSlotsOneByOne() {
        SplittableRandom random = new SplittableRandom(3);
        int groups = 3;
        RankRuns some = new RankRuns(groups);
        RankRuns others = new RankRuns(groups);
        long[] slots = new long[groups * RankClicks.RANKS];
        for (int i = 0; i < 10_000; i++) {
            int group = random.nextInt(groups);
            int first = random.nextInt(RankClicks.RANKS);
            int last = random.nextInt(first, RankClicks.RANKS);
            (random.nextBoolean() ? some : others).add(group, first, last);
            for (int bucket = first; bucket <= last; bucket++) {
                slots[bucket * groups + group]++;
            }
        }
        some.add(others);
        assertThat(Arrays.copyOf(some.slots(), slots.length)).isEqualTo(slots);
    }

    @Test
    void hasRoomForTheRanksOfTheOtherRuns() {
        RankRuns some = new RankRuns(2);
        RankRuns others = new RankRuns(2);
        some.add(0, 1, 1);
        others.add(1, 1, 3);
        some.add(others);

        assertThat(Arrays.copyOf(some.slots(), 10)).containsExactly(0, 0, 1, 1, 0, 1, 0, 1, 0, 0);
    }

    @Test
    void anEmptyListHasNoSlots() {
        RankRuns runs = new RankRuns(1);
        runs.add(0, 1, 0);
        assertThat(runs.slots()).containsOnly(0);
    }
}
