package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs behind one option, as a shell makes of {@code --exposures logs/*}. */
class SeveralPathsTest {
    private static final Path EXPOSURES = Path.of("testdata/clean/exposures.jsonl");
    private static final String OUTCOMES = "testdata/clean/outcomes.jsonl";

    @TempDir
    private Path folder;

    private String first = "";
    private String second = "";

    @BeforeEach
    void split() throws IOException {
        List<String> lines = Files.readAllLines(EXPOSURES);
        first = Files.write(folder.resolve("a.jsonl"), lines.subList(0, 200)).toString();
        second = Files.write(folder.resolve("b.jsonl"), lines.subList(200, lines.size()))
                .toString();
    }

    @Test
    void areReadAsIfTheOptionStoodBeforeEach() {
        for (Cli run : List.of(
                Run.of("report", "--exposures", first, second, "--outcomes", OUTCOMES, "--format", "json"),
                Run.of("report", "--outcomes", OUTCOMES, "--format", "json", "--exposures=" + first, second),
                Run.of(
                        "report",
                        "--format=json",
                        "--exposures",
                        first,
                        "--outcomes",
                        OUTCOMES,
                        "--exposures",
                        second))) {
            assertThat(run.err()).isEmpty();
            assertThat(run.json().at("/summary/cases_evaluated").asInt()).isEqualTo(500);
        }
    }

    @Test
    void aMistypedOptionIsNoInput() {
        Cli run = Run.of("report", "--exposures", first, second, "--outcome", OUTCOMES);

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("no option --outcome; did you mean --outcomes?");
    }

    @Test
    void otherOptionsStillTakeOneValue() {
        Cli run = Run.of("report", "--exposures", first, "--outcomes", OUTCOMES, "--strict", second);

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("unexpected argument \"" + second + "\"");
    }

    @Test
    void anOptionWithoutAnyValueIsStillWrong() {
        Cli run = Run.of("report", "--exposures", "--outcomes", OUTCOMES);

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("expected parameter for option '--exposures'");
    }
}
