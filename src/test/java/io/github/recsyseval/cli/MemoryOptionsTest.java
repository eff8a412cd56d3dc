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

    /** The heap of the test has three quarters of it for the budget, to the mebibyte. */
    @Test
    void saysWhenTheHeapHasNoRoomForIt() {
        long most = Runtime.getRuntime().maxMemory() / 4 * 3 >> 20;
        String sentence =
                "warning: --memory 99999999g is more than three quarters of the heap, " + most + "m, which are used";
        Cli plenty = report("--memory", "99999999g", "--format", "json");
        Cli enough = report("--memory", "2m", "--format", "json");

        assertThat(plenty.exitCode()).isZero();
        assertThat(plenty.err()).contains(sentence);
        assertThat(enough.err()).doesNotContain("three quarters");
        assertThat(report("--memory", "99999999g", "--quiet").err()).isEmpty();

        Cli run = Run.of(
                "run",
                "--dataset",
                "testdata/run/dataset.yaml",
                "--config",
                "testdata/run/offline.yaml",
                "--output",
                folder.resolve("run.json").toString(),
                "--memory",
                "99999999g");
        assertThat(run.err()).contains(sentence);
    }

    @Test
    void refusesAnAbsentFolderBeforeReading() {
        Cli run = report("--temp-dir", folder.resolve("absent").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("absent: no such directory");
    }

    @Test
    void refusesAFileForAFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (Cli run : List.of(
                report("--temp-dir", file.toString()),
                Run.of(
                        "validate",
                        "--schema",
                        "exposure.v1",
                        "testdata/clean/exposures.jsonl",
                        "--temp-dir",
                        file.toString()))) {
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("--temp-dir " + file + ": not a directory");
        }
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
