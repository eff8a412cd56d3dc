package io.github.recsyseval.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.event.IdHash;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserOrderTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1000, 1", "1000, 300", "20000, 4000", "20000, 3"})
    void rowsOfAUserStandTogetherByPattern(int rows, int users) {
        SplittableRandom random = new SplittableRandom(rows + users);
        long[] user = random.ints(rows, 0, users).mapToLong(IdHash::finish).toArray();
        check(user, random.ints(rows, 0, 9).toArray());
    }

    /** Users that differ in the lowest bits only, as no hash would ever make them: they must be told apart all the same. */
    @ParameterizedTest
    @CsvSource({"5", "1000", "20000"})
    void usersWithNearlyTheSameHashAreToldApart(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        check(random.longs(rows, 0, 7).toArray(), random.ints(rows, 0, 9).toArray());
    }

    private static void check(long[] user, int[] pattern) {
        int[] order = UserOrder.of(user, pattern, 0, 2);
        assertThat(order)
                .containsExactlyInAnyOrder(IntStream.range(0, user.length).toArray());
        Set<Long> done = new HashSet<>();
        for (int i = 0; i < order.length; i++) {
            boolean sameAsBefore = i > 0 && user[order[i]] == user[order[i - 1]];
            if (sameAsBefore) {
                assertThat(pattern[order[i]]).isGreaterThanOrEqualTo(pattern[order[i - 1]]);
            } else {
                assertThat(done.add(user[order[i]])).isTrue();
                assertThat(i == 0 || Long.compareUnsigned(user[order[i - 1]], user[order[i]]) < 0)
                        .isTrue();
            }
        }
    }
}
