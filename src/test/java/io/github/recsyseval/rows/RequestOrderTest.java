package io.github.recsyseval.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOrderTest {
    /** Few values in each half of the hash, so that rows share leading bits, first halves and whole hashes. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void manyRequestsAreFoundWhereAPlainSearchFindsThem(boolean seldom) {
        Random random = new Random(7);
        int count = 500;
        long[] first = new long[count];
        long[] second = new long[count];
        fill(random, first, second);
        RowOrder.Sorted sorted = RequestOrder.sort(first, second, count);
        long[] sortedFirst = sorted.keys();
        long[] sortedSecond = Columns.reorder(second, sorted.rows());
        RequestOrder requests = RequestOrder.over(sortedFirst, sortedSecond, count, seldom);

        int asked = 1000;
        long[] askedFirst = new long[asked];
        long[] askedSecond = new long[asked];
        fill(random, askedFirst, askedSecond);
        int[] rows = new int[asked];
        requests.find(askedFirst, askedSecond, asked, sortedFirst, sortedSecond, rows);

        int present = 0;
        for (int i = 0; i < asked; i++) {
            int expected = firstOf(askedFirst[i], askedSecond[i], sortedFirst, sortedSecond);
            assertThat(rows[i]).isEqualTo(expected);
            assertThat(requests.find(askedFirst[i], askedSecond[i], sortedFirst, sortedSecond))
                    .isEqualTo(expected);
            present += expected >= 0 ? 1 : 0;
        }
        assertThat(present).isBetween(100, 900);
    }

    private static void fill(Random random, long[] first, long[] second) {
        for (int i = 0; i < first.length; i++) {
            first[i] = (long) random.nextInt(4) << 62 | random.nextInt(4) << 3;
            second[i] = random.nextInt(32) * 0x9E3779B97F4A7C15L;
        }
    }

    private static int firstOf(long first, long second, long[] sortedFirst, long[] sortedSecond) {
        for (int row = 0; row < sortedFirst.length; row++) {
            if (sortedFirst[row] == first && sortedSecond[row] == second) {
                return row;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsFoundAmongNoRows(boolean seldom) {
        RequestOrder none = RequestOrder.over(new long[0], new long[0], 0, seldom);
        int[] rows = {5, 5};
        none.find(new long[] {-1, 3}, new long[] {0, 9}, 2, new long[0], new long[0], rows);
        assertThat(rows).containsExactly(-1, -1);
    }
}
