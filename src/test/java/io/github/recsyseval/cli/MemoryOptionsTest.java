package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryOptionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"64", "64x", "m", "-1m", "1.5g", "", "99999999999g"})
    void refusesWhatIsNoSize(String memory) {
        Cli run = report("--memory", memory);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--memory takes a number and a unit (k, m, g), such as 64m, not " + memory);
    }

    @Test
    void refusesLessThanItCanWorkWith() {
        Cli run = report("--memory", "63k");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--memory takes at least 64k, not 63k");
    }

    @ParameterizedTest
    @ValueSource(strings = {"64k", "64K", "1m", "64mb", "2GB", "999999999g"})
    void takesSizes(String memory) {
        assertThat(report("--memory", memory).exitCode()).isZero();
    }

    @Test
    void refusesAnAbsentFolderBeforeReading() {
        Cli run = report("--temp-dir", folder.resolve("absent").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("no such directory");
    }

    @Test
    void leavesNothingInTheFolder() throws IOException {
        assertThat(report("--memory", "64k", "--temp-dir", folder.toString()).exitCode())
                .isZero();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static Cli report(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "report",
                "--exposures",
                "testdata/clean/exposures.jsonl",
                "--outcomes",
                "testdata/clean/outcomes.jsonl"));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }
}
