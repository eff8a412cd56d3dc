package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes again on a command line never takes away what stands beside it. */
class RepeatedOptionsTest {
    @TempDir
    private Path folder;

    private static Cli report(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "report",
                "--exposures=testdata/clean/exposures.jsonl",
                "--outcomes=testdata/clean/outcomes.jsonl",
                "--min-exposure-join-rate=0.99"));
        words.addAll(List.of(more));
        return Run.of(words.toArray(new String[0]));
    }

    @Test
    void aValueGivenTwiceIsRefused() {
        // The limit on the join rate fails by itself: exit code 5.
        assertThat(report("--max-invalid-rate=0").exitCode()).isEqualTo(5);
        for (String[] twice : List.of(
                new String[] {"--max-invalid-rate=0", "--max-invalid-rate=0"},
                new String[] {"--max-invalid-rate", "0", "--max-invalid-rate", "0.1"},
                new String[] {"--threads", "1", "--threads=2"})) {
            Cli run = report(twice);
            assertThat(run.exitCode()).isEqualTo(64);
            assertThat(run.err()).contains("is given twice; it takes one value");
        }
    }

    @Test
    void aSwitchGivenTwiceIsASwitch() {
        assertThat(report("--strict", "--strict", "--quiet", "--quiet").exitCode())
                .isEqualTo(5);
        assertThat(Run.of("--quiet", "report", "--quiet", "--help").exitCode()).isZero();
    }

    @Test
    void whatTakesSeveralValuesMayComeAgain() {
        Cli run = report("--where", "surface=home", "--where", "platform=web", "--format=json");
        assertThat(run.json().at("/summary/filters").toString()).contains("surface", "platform");
    }

    /** As with the Go tool, whose command line it is. */
    @Test
    void inRunTheLastValueCountsAndTheOthersStay() {
        List<String> words = List.of(
                "run",
                "--dataset=testdata/run/dataset.yaml",
                "--config=testdata/run/offline.yaml",
                "--output=" + folder.resolve("first.json"),
                "--output=" + folder.resolve("last.json"),
                "--threads=1",
                "--threads=2");
        assertThat(Run.of(words.toArray(new String[0])).exitCode()).isZero();
        assertThat(folder.resolve("last.json")).exists();
        assertThat(folder.resolve("first.json")).doesNotExist();
        List<String> withMap = new ArrayList<>(words);
        withMap.add(1, "--map=" + folder.resolve("nope.yaml"));
        assertThat(Run.of(withMap.toArray(new String[0])).exitCode()).isEqualTo(1);
    }
}
