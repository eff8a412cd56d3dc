package io.github.recsyseval.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowOrderTest {
    private static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of("hashes, with both signs", (LongUnaryOperator) x -> x),
                Arguments.of("few users", (LongUnaryOperator) x -> (x & 7) * 0x9E3779B97F4A7C15L),
                Arguments.of("one value", (LongUnaryOperator) x -> -5),
                Arguments.of("the same leading bits", (LongUnaryOperator) x -> 0xABCDL << 48 | x >>> 40),
                Arguments.of(
                        "two users with the same leading bits, in turns", (LongUnaryOperator) x -> 7L << 50 | x & 1),
                Arguments.of("small numbers", (LongUnaryOperator) x -> x >>> 54));
    }

    /** Against the library's sort of whole objects, which is stable. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void rowsStandInOrderAndEqualOnesStay(String name, LongUnaryOperator key) {
        for (int count : new int[] {0, 1, 2, 64, 65, 700, 20_000}) {
            Random random = new Random(count);
            long[] keys = IntStream.range(0, count)
                    .mapToLong(row -> key.applyAsLong(random.nextLong()))
                    .toArray();
            int[] expected = IntStream.range(0, count)
                    .boxed()
                    .sorted(Comparator.comparing(row -> Long.toUnsignedString(keys[row], 2), (a, b) -> {
                        int byLength = Integer.compare(a.length(), b.length());
                        return byLength != 0 ? byLength : a.compareTo(b);
                    }))
                    .mapToInt(Integer::intValue)
                    .toArray();
            long[] given = keys.clone();
            RowOrder.Sorted sorted = RowOrder.sorted(given, count);
            assertThat(sorted.rows()).isEqualTo(expected);
            assertThat(sorted.keys())
                    .isEqualTo(
                            IntStream.of(expected).mapToLong(row -> keys[row]).toArray());
            assertThat(given).isEqualTo(keys);

            int[] numbers = IntStream.range(0, count).map(row -> 7 * row + 3).toArray();
            assertThat(RowOrder.sorted(given, numbers, count).rows())
                    .isEqualTo(IntStream.of(expected).map(row -> 7 * row + 3).toArray());
        }
    }

    /** Of a part of the rows, others stay where they are; numbers of both signs, many of them equal. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 64, 65, 1000})
    void sortsAPartByTwoColumnsOfSignedNumbers(int count) {
        Random random = new Random(count);
        long[] first = random.longs(count + 20, -3, 3).toArray();
        long[] second = random.longs(count + 20).toArray();
        int[] rows = IntStream.range(0, count + 20).map(row -> count + 19 - row).toArray();
        int[] expected = rows.clone();
        List<Integer> part =
                new ArrayList<>(IntStream.of(rows).skip(10).limit(count).boxed().toList());
        part.sort(Comparator.comparing((Integer row) -> first[row]).thenComparing(row -> second[row]));
        for (int i = 0; i < count; i++) {
            expected[10 + i] = part.get(i);
        }

        RowOrder.sort(rows, 10, 10 + count, first, second);

        assertThat(rows).isEqualTo(expected);
    }
}
