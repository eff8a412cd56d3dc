package io.github.recsyseval.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.event.IdHash;
import io.github.recsyseval.spill.SpillBudget;
import io.github.recsyseval.spill.SpillSpace;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a book tells of its rows, in the heap or in a file; that reports are alike is SameBytesTest's. */
class ScoreBookTest {
    private static final int ROWS = 3000;
    private static final int LEAST = 4000;

    @TempDir
    private Path folder;

    @Test
    void rowsInAFileStandByUserAndRequest() {
        try (SpillSpace space = new SpillSpace(folder)) {
            SpilledScores.Builder builder = new SpilledScores.Builder(new SpillBudget(LEAST, space), 2, 1);
            for (int i = 0; i < ROWS; i++) {
                // a third of all rows are of one user
                long user = i % 3 == 0 ? 77 : IdHash.finish(i % 40);
                double[] score = {i, i % 2 == 0 ? Double.NaN : -0.5};
                builder.add(user, IdHash.finish(i), i, score, new int[][] {{5, i % 7}}, 1);
            }
            Scores scores = builder.sorted();
            assertThat(space.bytesWritten()).isPositive();
            assertThat(scores.size()).isEqualTo(ROWS);
            for (int row = 0; row < ROWS; row++) {
                int i = (int) scores.low(row);
                assertThat(scores.user(row)).isEqualTo(i % 3 == 0 ? 77 : IdHash.finish(i % 40));
                assertThat(scores.score(row, 0)).isEqualTo(i);
                assertThat(scores.score(row, 1)).isEqualTo(Double.valueOf(i % 2 == 0 ? Double.NaN : -0.5));
                assertThat(scores.slice(0, row)).isEqualTo(i % 7);
                if (row > 0) {
                    int byUser = Long.compareUnsigned(scores.user(row - 1), scores.user(row));
                    assertThat(byUser != 0 ? byUser : Long.compareUnsigned(scores.high(row - 1), scores.high(row)))
                            .isNegative();
                }
            }
            Scores.ById byId = scores.byId();
            Set<Integer> met = new HashSet<>();
            for (int i = 0; i < ROWS; i++) {
                assertThat(met.add(byId.row(i))).isTrue();
                assertThat(byId.high(i)).isEqualTo(scores.high(byId.row(i)));
                assertThat(byId.low(i)).isEqualTo(scores.low(byId.row(i)));
                assertThat(i == 0 || Long.compareUnsigned(byId.high(i - 1), byId.high(i)) < 0)
                        .isTrue();
            }
        }
    }
}
