package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config check} says what is in force and why; what a command would refuse, it refuses. */
class ConfigCommandTest {
    @TempDir
    private Path folder;

    @Test
    void everyValueHasItsOrigin() throws IOException {
        Cli run = check("""
                version: 1
                slices: [surface]
                limits:
                  strict: true
                join:
                  limits: {strict: false}
                offline:
                  ranking: {metrics: [map, ndcg@3]}
                """);
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> rows = run.out()
                .lines()
                .map(row -> row.strip().replaceAll(" {2,}", " | "))
                .toList();
        assertThat(rows)
                .contains(
                        "slices.slice | surface | line 2 | join, offline, report, experiment, aa-check",
                        "limits.strict | false | line 6 | join",
                        "limits.strict | true | line 4 | offline, report, experiment, aa-check",
                        "limits.max_invalid_rate | 0.0 | default | join, offline, report, experiment, aa-check",
                        "ranking.metrics | map,ndcg@3 | line 8 | offline",
                        "filters.time_zone | UTC | default | join, offline, report, experiment, aa-check",
                        "input.exposures | (none) | default");
    }

    /** docs/configuration.md shows a part of what its first example gives. */
    @Test
    void theDocumentedOutputIsTheOutput() throws IOException {
        String page = Files.readString(Path.of("docs/configuration.md"));
        int begin = page.indexOf("<<'YAML'\n") + "<<'YAML'\n".length();
        Path config = Files.writeString(
                folder.resolve("recsys-eval.yaml"),
                page.substring(begin, page.indexOf("YAML\n", begin))
                        .replace("testdata/", Path.of("testdata").toAbsolutePath() + "/"));
        List<String> rows = Run.of("config", "check", config.toString())
                .out()
                .replace(folder + "/", "")
                .replace(Path.of("").toAbsolutePath() + "/", "")
                .lines()
                .map(row -> row.strip().replaceAll(" {2,}", " | "))
                .toList();
        int shown = page.indexOf("recsys-eval.yaml: good for");
        List<String> documented = page.substring(shown, page.indexOf("  ...\n", shown))
                .lines()
                .map(row -> row.strip().replaceAll(" {2,}", " | "))
                .toList();
        assertThat(documented).hasSizeGreaterThan(5);
        assertThat(rows).containsAll(documented);
    }

    @Test
    void valuesAreCheckedAsTheCommandsCheckThem() throws IOException {
        assertRefused("ranking: {metrics: ndgc@10}", "ndcg@10");
        assertRefused("ranking: {convention: trek}", "did you mean trec?");
        assertRefused("output: {format: jsn}", "did you mean json?");
        assertRefused("filters: {since: yesterday}", "--since takes a day");
        assertRefused("filters: {time_zone: Mars/Base}", "there is no zone Mars/Base");
        assertRefused("filters: {where: surface}", "--where takes key=value");
        assertRefused("slices: ['a,,b']", "a key is empty");
    }

    private void assertRefused(String line, String sentence) throws IOException {
        Cli run = check("version: 1\n" + line + "\n");
        assertThat(run.exitCode()).as(line).isEqualTo(64);
        assertThat(run.err()).contains(sentence, "recsys-eval.yaml:2");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void inputsThatDoNotExistAreMissing() throws IOException {
        Cli run = check("version: 1\ninput: {exposures: nope.jsonl, outcomes: nope.jsonl}\n");
        assertThat(run.exitCode()).isEqualTo(66);
        assertThat(run.err()).contains("nope.jsonl: no such file");
    }

    @Test
    void withoutSubcommandItSaysWhichThereAre() {
        Cli run = Run.of("config");
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("check or schema");
    }

    @Test
    void quietPrintsNothingButTheExitCodeStays() {
        String[] args = {
            "report",
            "--quiet",
            "--exposures=testdata/clean/exposures.jsonl",
            "--outcomes=testdata/clean/outcomes.jsonl"
        };
        Cli run = Run.of(args);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out() + run.err()).isEmpty();
    }

    @Test
    void completionKnowsBothShells() {
        assertThat(Run.of("completion", "bash").out()).contains("complete -F _complete_recsys-eval");
        assertThat(Run.of("completion", "zsh").out())
                .startsWith("autoload -Uz compinit")
                .contains("--exposures");
        Cli wrong = Run.of("completion", "zhs");
        assertThat(wrong.exitCode()).isEqualTo(64);
        assertThat(wrong.err()).contains("did you mean zsh?");
    }

    private Cli check(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("recsys-eval.yaml"), text);
        return Run.of("config", "check", file.toString());
    }
}
