package io.github.recsyseval.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The laws of every accumulator: any order, any split, merging in any order and merging with an empty one leave the result as it is.
 * Results are compared with {@code equals}, so doubles to the last bit.
 *
 * @param <A> the accumulator
 * @param <T> what is added to it
 */
public final class AccumulatorLaws<A, T> {

    private static final int ROUNDS = 20;

    private final Supplier<A> empty;
    private final BiConsumer<A, T> add;
    private final BiConsumer<A, A> merge;
    private final Function<A, ?> result;

    private AccumulatorLaws(Supplier<A> empty, BiConsumer<A, T> add, BiConsumer<A, A> merge, Function<A, ?> result) {
        this.empty = empty;
        this.add = add;
        this.merge = merge;
        this.result = result;
    }

    /** @param result should hold all that can be read from the accumulator */
    public static <A, T> AccumulatorLaws<A, T> of(
            Supplier<A> empty, BiConsumer<A, T> add, BiConsumer<A, A> merge, Function<A, ?> result) {
        return new AccumulatorLaws<>(empty, add, merge, result);
    }

    /** Fails unless all laws hold for these data. */
    public void holdFor(List<T> data) {
        Object expected = result.apply(addAll(data));
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            List<T> shuffled = shuffled(data, random);
            assertThat((Object) result.apply(addAll(shuffled))).as("any order").isEqualTo(expected);
            assertThat((Object) result.apply(mergeParts(shuffled, random)))
                    .as("any split")
                    .isEqualTo(expected);
        }
        emptyChangesNothing(data, expected);
    }

    /** The one law of what is filled in one place and never merged: fails unless any order of these data gives the same. */
    public static <A, T> void anyOrderIsTheSame(
            Supplier<A> empty, BiConsumer<A, T> add, Function<A, ?> result, List<T> data) {
        AccumulatorLaws<A, T> unmerged = new AccumulatorLaws<>(empty, add, (into, other) -> {}, result);
        Object expected = result.apply(unmerged.addAll(data));
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            assertThat((Object) result.apply(unmerged.addAll(shuffled(data, random))))
                    .isEqualTo(expected);
        }
    }

    private static <T> List<T> shuffled(List<T> data, Random random) {
        List<T> shuffled = new ArrayList<>(data);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private void emptyChangesNothing(List<T> data, Object expected) {
        A left = empty.get();
        merge.accept(left, addAll(data));
        assertThat((Object) result.apply(left)).as("merged into an empty one").isEqualTo(expected);
        A right = addAll(data);
        merge.accept(right, empty.get());
        assertThat((Object) result.apply(right))
                .as("an empty one merged into it")
                .isEqualTo(expected);
    }

    /** Cuts into parts, some of them empty, and merges them in a random order, two at a time. */
    private A mergeParts(List<T> data, Random random) {
        List<A> parts = new ArrayList<>();
        int from = 0;
        while (from < data.size()) {
            int to = Math.min(data.size(), from + random.nextInt(data.size() / 2 + 2));
            parts.add(addAll(data.subList(from, to)));
            from = to;
        }
        parts.add(empty.get());
        while (parts.size() > 1) {
            A taken = parts.remove(random.nextInt(parts.size()));
            A into = parts.get(random.nextInt(parts.size()));
            Object before = result.apply(taken);
            merge.accept(into, taken);
            assertThat((Object) result.apply(taken))
                    .as("merging leaves the other as it is")
                    .isEqualTo(before);
        }
        return parts.get(0);
    }

    private A addAll(List<T> data) {
        A accumulator = empty.get();
        data.forEach(x -> add.accept(accumulator, x));
        return accumulator;
    }
}
