package io.github.recsyseval.join;

import static io.github.recsyseval.join.ExposureSet.Seen.CONFLICTING;
import static io.github.recsyseval.join.ExposureSet.Seen.FIRST;
import static io.github.recsyseval.join.ExposureSet.Seen.IDENTICAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExposureSetTest {
    @Test
    void laterOnesAreComparedWithTheFirst() {
        ExposureSet set = new ExposureSet(10);
        assertThat(set.add(1, 2, 100)).isEqualTo(FIRST);
        assertThat(set.add(1, 2, 101)).isEqualTo(CONFLICTING);
        assertThat(set.add(1, 2, 101)).isEqualTo(CONFLICTING);
        assertThat(set.add(1, 2, 100)).isEqualTo(IDENTICAL);
        assertThat(set.add(2, 1, 100)).isEqualTo(FIRST);
    }

    @Test
    void theHashZeroIsAnIdLikeAnyOther() {
        ExposureSet set = new ExposureSet(10);
        assertThat(set.add(0, 0, 7)).isEqualTo(FIRST);
        assertThat(set.add(0, 0, 7)).isEqualTo(IDENTICAL);
        assertThat(set.add(0, 5, 7)).isEqualTo(FIRST);
        assertThat(set.add(5, 0, 7)).isEqualTo(FIRST);
    }

    @Test
    void agreesWithAMapWhileItGrows() {
        Random random = new Random(3);
        ExposureSet set = new ExposureSet(1);
        Map<List<Long>, Long> firsts = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            long first = random.nextInt(300);
            long second = random.nextInt(300);
            long fingerprint = random.nextInt(2);
            Long known = firsts.putIfAbsent(List.of(first, second), fingerprint);
            ExposureSet.Seen expected = known == null ? FIRST : known == fingerprint ? IDENTICAL : CONFLICTING;
            assertThat(set.add(first, second, fingerprint)).isEqualTo(expected);
        }
    }

    @Test
    void findsWhatWasAddedAndAddsNothing() {
        ExposureSet set = new ExposureSet(1);
        SplittableRandom random = new SplittableRandom(7);
        long[] first = random.longs(5000).toArray();
        for (int i = 0; i < first.length; i++) {
            assertThat(set.find(first[i], i, 1)).isEqualTo(ExposureSet.Seen.FIRST);
            assertThat(set.add(first[i], i, 1)).isEqualTo(ExposureSet.Seen.FIRST);
        }
        for (int i = 0; i < first.length; i++) {
            assertThat(set.find(first[i], i, 1)).isEqualTo(ExposureSet.Seen.IDENTICAL);
            assertThat(set.find(first[i], i, 2)).isEqualTo(ExposureSet.Seen.CONFLICTING);
            assertThat(set.find(first[i], -1L - i, 1)).isEqualTo(ExposureSet.Seen.FIRST);
        }
    }
}
