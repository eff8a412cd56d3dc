package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be read once only is refused where it would be read twice: it would be found empty, or waited for without end. */
@DisabledOnOs(OS.WINDOWS)
class ReadOnceTest {
    private static final String EXPOSURES = "testdata/clean/exposures.jsonl";
    private static final String OUTCOMES = "testdata/clean/outcomes.jsonl";
    private static final String TWICE = " can serve one input only, and is given more than once";

    @TempDir
    private Path folder;

    private String pipe = "";
    private String link = "";

    @BeforeEach
    void makePipe() throws IOException, InterruptedException {
        Path path = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
        pipe = path.toString();
        link = Files.createSymbolicLink(folder.resolve("link"), path).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report --exposures PIPE --outcomes LINK",
                "report --exposures PIPE LINK --outcomes " + OUTCOMES,
                "join --exposures " + EXPOSURES + " --outcomes LINK --assignments PIPE",
                "trace --request-id r --exposures PIPE --outcomes LINK",
                "validate --schema exposure.v1 PIPE LINK",
                "pseudonymize --fields user_id --key-file k PIPE LINK",
            })
    void aPipeServesOneInput(String line) {
        assertRefused(line, ", a pipe or a device," + TWICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report --exposures - --outcomes -",
                "validate --schema exposure.v1 - -",
                "pseudonymize --fields user_id --key-file k - -",
            })
    void soDoesStandardInput(String line) {
        assertRefused(line, "standard input (-)" + TWICE);
    }

    /** Both sides would be scored against the outcomes, of which the second finds none. */
    @ParameterizedTest
    @ValueSource(strings = {"-", "PIPE"})
    void theOutcomesOfTwoRankingsAreReadTwice(String outcomes) {
        String line =
                "offline --exposures " + EXPOSURES + " --outcomes " + outcomes + " --baseline-exposures " + EXPOSURES;
        assertRefused(line, " cannot hold the outcomes of both rankings: they are read twice");
    }

    /** CUPED would take every user for one without a click before. */
    @ParameterizedTest
    @ValueSource(strings = {"-", "PIPE"})
    void thePeriodBeforeIsReadFromTheSameLogs(String outcomes) {
        String line =
                "experiment --control A --pre-until 2026-11-03 --exposures " + EXPOSURES + " --outcomes " + outcomes;
        assertRefused(line, " cannot be used with --pre-until, which reads the logs twice");
    }

    @Test
    void twoWithoutLinesMayBothBeNothing() {
        assertThat(Run.of("report", "--exposures", "/dev/null", "--outcomes", "/dev/null")
                        .exitCode())
                .isZero();
    }

    private void assertRefused(String line, String why) {
        String[] args = Stream.of(line.split(" "))
                .map(word -> word.replace("PIPE", pipe).replace("LINK", link))
                .toArray(String[]::new);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Cli run = Run.with(Files.readString(Path.of(OUTCOMES)), args);
            assertThat(run.err()).contains(why);
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        });
    }
}
