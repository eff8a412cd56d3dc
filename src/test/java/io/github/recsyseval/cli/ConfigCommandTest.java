package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        String all = "for join, report, offline, experiment, aa-check: ";
        assertThat(rows(run.out()))
                .contains(
                        all + "slices.slice | line 2 | surface",
                        "for join: limits.strict | line 6 | false",
                        "for report, offline, experiment, aa-check: limits.strict | line 4 | true",
                        all + "limits.max_invalid_rate | default | 0.0",
                        "for offline: ranking.metrics | line 8 | map,ndcg@3",
                        all + "filters.time_zone | default | UTC",
                        "for all: input.exposures | default | (none)");
    }

    /** The rows of all tables, each behind the heading of its table. */
    private static List<String> rows(String text) {
        List<String> rows = new ArrayList<>();
        String heading = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("for ")) {
                heading = line;
            } else if (line.startsWith("  ")) {
                rows.add(heading + ": " + line.strip().replaceAll(" {2,}", " | "));
            }
        }
        return rows;
    }

    /** Paths and ids are never cut; what is too long for a line is broken at blanks. */
    @Test
    void linesHaveEightyColumns() throws IOException {
        Cli run = check("""
                version: 1
                slices: [surface, [surface, tenant_id]]
                limits: {fail_on: [J01, J02]}
                report:
                  kpis:
                    - {name: add_to_basket_with_a_name_that_is_rather_long_for_a_line, event: click, per: user}
                """);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines().skip(1))
                .allMatch(line -> line.length() <= 80 || line.matches("  kpis.kpi +line 5 +[^ ]+"));
        assertThat(rows(run.out()))
                .contains(
                        "for offline: ranking.metrics | default | ndcg@10, map@10, mrr@10,",
                        "for offline: precision@10, recall@10,",
                        "for offline: hitrate@10",
                        "for join, report, offline, experiment, aa-check: surface,tenant_id");
        assertThat(run.out()).contains("add_to_basket_with_a_name_that_is_rather_long_for_a_line");
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
        String out = Run.of("config", "check", config.toString())
                .out()
                .replace(folder + "/", "")
                .replace(Path.of("").toAbsolutePath() + "/", "");
        int shown = page.indexOf("recsys-eval.yaml: good for");
        String documented = page.substring(shown, page.indexOf("```", shown));
        assertThat(rows(documented)).hasSizeGreaterThan(5);
        assertThat(rows(out))
                .containsAll(rows(documented).stream()
                        .filter(row -> !row.endsWith(": ..."))
                        .toList());
    }

    @Test
    void valuesAreCheckedAsTheCommandsCheckThem() throws IOException {
        assertRefused("ranking: {metrics: ndgc@10}", "ndcg@10");
        assertRefused("ranking: {convention: trek}", "did you mean trec?");
        assertRefused("output: {format: jsn}", "did you mean json?");
        assertRefused("filters: {since: yesterday}", "--since takes a day");
        assertRefused("filters: {time_zone: Mars/Base}", "unknown time zone Mars/Base");
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
