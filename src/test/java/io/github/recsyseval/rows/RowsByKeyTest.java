package io.github.recsyseval.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsByKeyTest {
    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "7,1", "1000,1", "1000,10", "1000,999", "1000,1000", "5000,1048576"})
    void showsTheRowsOfEveryKeyOnceInTheirOrder(int rows, int atOnce) {
        long[] keys = new Random(rows).ints(rows, 0, 40).asLongStream().toArray();
        Map<Long, List<Integer>> expected = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            if (row % 3 != 0) {
                expected.computeIfAbsent(keys[row], key -> new ArrayList<>()).add(row);
            }
        }

        Map<Long, List<Integer>> shown = new HashMap<>();
        RowsByKey.visit(
                rows,
                row -> keys[row],
                row -> row % 3 != 0,
                (order, from, to) -> assertThat(shown.put(
                                keys[order[from]],
                                Arrays.stream(order, from, to).boxed().toList()))
                        .isNull(),
                atOnce);

        assertThat(shown).isEqualTo(expected);
    }

    @Test
    void showsNumbersInPlaceOfTheRows() {
        long[] keys = {5, -1, 5, 9, -1, 5};
        Map<Long, List<Integer>> shown = new HashMap<>();
        RowsByKey.visit(
                keys.length,
                row -> keys[row],
                row -> row != 3,
                row -> 10 * row,
                (key, numbers, from, to) -> assertThat(shown.put(
                                key, Arrays.stream(numbers, from, to).boxed().toList()))
                        .isNull());
        assertThat(shown).isEqualTo(Map.of(5L, List.of(0, 20, 50), -1L, List.of(10, 40)));
    }
}
