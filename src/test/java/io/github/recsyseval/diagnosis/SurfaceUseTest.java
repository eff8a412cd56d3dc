package io.github.recsyseval.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Surfaces are counted alike in any order and split; many of them in part. */
class SurfaceUseTest {
    private record Visit(int surface, long user) {}

    private static SurfaceUse.Tally tally(List<Visit> visits) {
        return use(visits).tally();
    }

    private static SurfaceUse use(List<Visit> visits) {
        SurfaceUse use = new SurfaceUse();
        visits.forEach(visit -> use.add(visit.surface(), visit.user()));
        return use;
    }

    @Test
    void countsByHand() {
        // 1 has two users, 2 and 3 have one each with two and three visits, 4 and 5 are visited once, 0 is no surface
        List<Visit> visits = new ArrayList<>();
        for (int[] visit :
                new int[][] {{1, 7}, {1, 8}, {2, 7}, {2, 7}, {3, 9}, {3, 9}, {3, 9}, {4, 7}, {5, 8}, {0, 1}}) {
            visits.add(new Visit(visit[0], visit[1]));
        }
        assertThat(tally(visits)).isEqualTo(new SurfaceUse.Tally(1, 2, 2, 5, 2, 1, 1));
        visits.addAll(List.of(new Visit(4, 8), new Visit(5, 8)));
        assertThat(tally(visits)).isEqualTo(new SurfaceUse.Tally(1, 0, 3, 7, 3, 2, 2));
    }

    @ParameterizedTest
    @CsvSource({"100, 2000", "4096, 20000", "30000, 40000", "100000, 40000"})
    void neitherOrderNorSplitMatters(int surfaces, int count) {
        Random random = new Random(surfaces);
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int surface = 1 + random.nextInt(surfaces);
            visits.add(new Visit(surface, random.nextInt(10) == 0 ? i : surface));
        }
        SurfaceUse.Tally whole = tally(visits);
        Collections.shuffle(visits, random);
        assertThat(tally(visits)).isEqualTo(whole);
        // a large part, a small one and an empty one, either way round
        List<SurfaceUse> parts = List.of(
                use(visits.subList(0, count - count / 20)),
                use(visits.subList(count - count / 20, count)),
                use(List.of()));
        for (int first = 0; first < parts.size(); first++) {
            SurfaceUse merged = new SurfaceUse();
            for (int i = 0; i < parts.size(); i++) {
                merged.add(parts.get((first + i) % parts.size()));
            }
            assertThat(merged.tally()).isEqualTo(whole);
        }
    }

    /** 60,000 surfaces of one visit, and a busy one. */
    @Test
    void partStandsForAll() {
        List<Visit> visits = new ArrayList<>();
        for (int i = 1; i <= 60_000; i++) {
            visits.add(new Visit(i, i));
            visits.add(new Visit(-1, i));
        }
        SurfaceUse.Tally tally = tally(visits);
        // 60,001 / 16 = 3,750 fit, 60,001 / 8 = 7,500 do not
        assertThat(tally.parts()).isEqualTo(16);
        // binomial with n = 60,000 and 1/16: standard deviation 59
        assertThat((double) tally.once()).isCloseTo(3_750, within(4 * 59.0));
        assertThat(tally.ofOneUser()).isZero();
        assertThat(tally.shared()).isLessThanOrEqualTo(1);
    }
}
