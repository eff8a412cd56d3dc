package io.github.recsyseval.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.spill.SpillBudget;
import io.github.recsyseval.spill.SpillSpace;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserValuesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "0, 100, false",
        "3, 100, false",
        "512, 100, false",
        "513, 100, false",
        "20000, 100000, true",
        "20000, 2000000, false"
    })
    void readsWhatWasAdded(int users, long budget, boolean written) {
        try (SpillSpace space = new SpillSpace(folder)) {
            UserValues values = new UserValues(new SpillBudget(budget, space), 2);
            for (int i = 0; i < users; i++) {
                values.add(7L * i, Math.sqrt(i), -(double) i);
            }
            assertThat(space.bytesWritten() > 0).isEqualTo(written);
            assertThat(values.size()).isEqualTo(users);
            for (int time = 0; time < 2; time++) {
                UserValues.Reader reader = values.reader();
                for (int i = 0; i < users; i++) {
                    assertThat(reader.next()).isTrue();
                    assertThat(reader.user()).isEqualTo(7L * i);
                    assertThat(reader.value(0)).isEqualTo(Math.sqrt(i));
                    assertThat(reader.value(1)).isEqualTo(-(double) i);
                }
                assertThat(reader.next()).isFalse();
            }
        }
    }
}
