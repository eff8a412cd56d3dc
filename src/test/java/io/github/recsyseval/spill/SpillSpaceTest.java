package io.github.recsyseval.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpillSpaceTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 1_000, 100_000})
    void givesBackWhatWasPutAnyNumberOfTimes(int values) {
        try (SpillSpace space = new SpillSpace(folder)) {
            SpillFile file = space.newFile(1 << 10);
            Random random = new Random(values);
            for (int i = 0; i < values; i++) {
                file.putLong(random.nextLong());
                file.putInt(i);
                file.putText("\u00e4".repeat(i % 2_000 == 999 ? 5_000 : i % 3));
            }
            for (int reading = 0; reading < 2; reading++) {
                SpillReader reader = file.reader();
                Random again = new Random(values);
                for (int i = 0; i < values; i++) {
                    assertThat(reader.hasMore()).isTrue();
                    assertThat(reader.getLong()).isEqualTo(again.nextLong());
                    assertThat(reader.getInt()).isEqualTo(i);
                    assertThat(reader.getText()).isEqualTo("\u00e4".repeat(i % 2_000 == 999 ? 5_000 : i % 3));
                }
                assertThat(reader.hasMore()).isFalse();
            }
        }
    }

    @Test
    void leavesNoNameBehindEvenWhileInUse() throws IOException {
        try (SpillSpace space = new SpillSpace(folder)) {
            SpillFile file = space.newFile(1 << 10);
            for (int i = 0; i < 10_000; i++) {
                file.putLong(i);
            }

            assertThat(space.bytesWritten()).isBetween(70_000L, 80_000L);
            try (Stream<Path> names = Files.list(folder)) {
                assertThat(names).isEmpty();
            }
        }
    }

    @Test
    void stopsBeforeTheDiskIsFull() {
        try (SpillSpace space = new SpillSpace(folder, () -> SpillSpace.LEFT_TO_OTHERS + 1_000)) {
            SpillFile file = space.newFile(1 << 11);

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            file.putLong(i);
                        }
                    })
                    .isInstanceOf(SpillException.class)
                    .hasMessage("temporary files in " + folder
                            + " need more room: less than 64 MiB of the disk are left after writing 0 MB");
        }
    }

    @Test
    void saysWhyAFileCannotBeMade() {
        Path absent = folder.resolve("absent");
        try (SpillSpace space = new SpillSpace(absent)) {
            assertThatThrownBy(() -> space.newFile(1 << 10))
                    .isInstanceOf(SpillException.class)
                    .hasMessage("cannot make temporary files in " + absent + ": no such directory");
        }
    }
}
