package io.github.recsyseval.metric.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.stat.Mix64;
import io.github.recsyseval.testing.AccumulatorLaws;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownListsLawsTest {

    /** The sample is what sorting all distinct hashes and taking the first gives, however often items come. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1023, 1024, 1025, 2048, 50_000})
    void theSampleHoldsTheSmallestHashesOfAllItems(int items) {
        ItemSketch sketch = new ItemSketch();
        SplittableRandom random = new SplittableRandom(items);
        LongStream.range(0, items).forEach(sketch::add);
        for (int i = 0; i < 3 * items; i++) {
            sketch.add(random.nextLong(items));
        }
        long[] expected = LongStream.range(0, items)
                .mapToObj(Mix64::mix)
                .sorted(Long::compareUnsigned)
                .limit(ItemSketch.SIZE)
                .mapToLong(Long::longValue)
                .toArray();

        assertThat(sketch.smallest()).isEqualTo(expected);
    }

    @Test
    void samplesObeyTheLaws() {
        List<Long> items =
                new SplittableRandom(1).longs(5_000, 0, 4_000).boxed().toList();
        AccumulatorLaws.of(
                        ItemSketch::new,
                        (ItemSketch sketch, Long item) -> sketch.add(item.longValue()),
                        ItemSketch::add,
                        sketch -> LongStream.of(sketch.smallest()).boxed().toList())
                .holdFor(items);
    }

    @Test
    void lengthsObeyTheLaws() {
        List<Integer> lengths = Stream.of(0, 1, 1, 10, 10, 10, 100, 101, 5_000).toList();
        AccumulatorLaws.of(
                        ListLengths::new,
                        (ListLengths all, Integer length) -> all.add(length.intValue()),
                        ListLengths::add,
                        all -> List.of(all.lists(0), all.lists(1), all.lists(10), all.lists(100), all.lists(101)))
                .holdFor(lengths);
        ListLengths all = new ListLengths();
        lengths.forEach(length -> all.add(length.intValue()));
        assertThat(all.lists(101)).isEqualTo(2);
    }

    @Test
    void timesObeyTheLaws() {
        record Seen(int slice, long micros) {}
        SplittableRandom random = new SplittableRandom(3);
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            seen.add(new Seen(i % 7, random.nextLong(-1_000, 1_000)));
        }
        AccumulatorLaws.of(
                        SliceTimes::new,
                        (SliceTimes times, Seen one) -> times.add(one.slice(), one.micros()),
                        SliceTimes::add,
                        times -> seenOf(times, 7))
                .holdFor(seen);
    }

    private static List<Long> seenOf(SliceTimes times, int slices) {
        try {
            List<Long> all = new ArrayList<>();
            for (int slice = 0; slice < slices; slice++) {
                all.add(times.first(slice));
                all.add(times.last(slice));
            }
            return all;
        } catch (IndexOutOfBoundsException nothingSeen) {
            return List.of();
        }
    }
}
