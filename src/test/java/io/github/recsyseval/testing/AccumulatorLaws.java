package io.github.recsyseval.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The laws of every accumulator: any order, any split, merging in any order, merging with an empty one, and saving and
 * reloading leave the result as it is. Results are compared with {@code equals}, so doubles to the last bit.
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
    private final UnaryOperator<A> reload;

    private AccumulatorLaws(
            Supplier<A> empty,
            BiConsumer<A, T> add,
            BiConsumer<A, A> merge,
            Function<A, ?> result,
            UnaryOperator<A> reload) {
        this.empty = empty;
        this.add = add;
        this.merge = merge;
        this.result = result;
        this.reload = reload;
    }

    /** Laws of an accumulator that cannot be saved; {@code result} should hold all that can be read from it. */
    public static <A, T> AccumulatorLaws<A, T> of(
            Supplier<A> empty, BiConsumer<A, T> add, BiConsumer<A, A> merge, Function<A, ?> result) {
        return new AccumulatorLaws<>(empty, add, merge, result, UnaryOperator.identity());
    }

    /** The same accumulator, which can also be saved: equal data must give equal bytes. */
    public AccumulatorLaws<A, T> saved(Save<A> save, Load<A> load) {
        Function<A, ?> resultAndBytes =
                a -> List.of(result.apply(a), bytes(save, a).toList());
        return new AccumulatorLaws<>(
                empty, add, merge, resultAndBytes, a -> bytes(save, a).load(load));
    }

    /** Fails unless all laws hold for these data. */
    public void holdFor(List<T> data) {
        Object expected = result.apply(addAll(data));
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            List<T> shuffled = new ArrayList<>(data);
            Collections.shuffle(shuffled, random);
            assertThat((Object) result.apply(addAll(shuffled))).as("any order").isEqualTo(expected);
            assertThat((Object) result.apply(mergeParts(shuffled, random)))
                    .as("any split")
                    .isEqualTo(expected);
        }
        emptyChangesNothing(data, expected);
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
        assertThat((Object) result.apply(reload.apply(addAll(data))))
                .as("saved and reloaded")
                .isEqualTo(expected);
    }

    /** Cuts into parts, some of them empty, saves and reloads each, and merges them in a random order, two at a time. */
    private A mergeParts(List<T> data, Random random) {
        List<A> parts = new ArrayList<>();
        int from = 0;
        while (from < data.size()) {
            int to = Math.min(data.size(), from + random.nextInt(data.size() / 2 + 2));
            parts.add(reload.apply(addAll(data.subList(from, to))));
            from = to;
        }
        parts.add(reload.apply(empty.get()));
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

    private static <A> Saved bytes(Save<A> save, A accumulator) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            save.write(accumulator, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Saved(bytes.toByteArray());
    }

    /** Writes an accumulator. */
    public interface Save<A> {
        void write(A accumulator, DataOutput out) throws IOException;
    }

    /** Reads an accumulator. */
    public interface Load<A> {
        A read(DataInput in) throws IOException;
    }

    private record Saved(byte[] bytes) {

        List<Byte> toList() {
            List<Byte> list = new ArrayList<>();
            for (byte b : bytes) {
                list.add(b);
            }
            return list;
        }

        <A> A load(Load<A> load) {
            ByteArrayInputStream in = new ByteArrayInputStream(bytes);
            try {
                A loaded = load.read(new DataInputStream(in));
                assertThat(in.available()).as("bytes left over").isZero();
                return loaded;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
