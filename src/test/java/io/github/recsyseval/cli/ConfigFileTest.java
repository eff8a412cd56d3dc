package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A configuration does what its options do on the command line, and nothing in it that is wrong goes unnoticed. */
class ConfigFileTest {
    private static final String INPUT = """
            version: 1
            input:
              exposures: logs/exposures.jsonl
              outcomes: [logs/outcomes.jsonl]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void logs() throws IOException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        for (String name : List.of("exposures.jsonl", "outcomes.jsonl")) {
            Files.copy(Path.of("testdata/clean", name), logs.resolve(name));
        }
    }

    @Test
    void fileSaysWhatTheCommandLineWouldSay() throws IOException {
        Path config = config(INPUT + """
                slices: [surface, [surface, tenant_id]]
                filters:
                  since: 2026-11-02
                  where: {surface: [home, pdp]}
                reading: {threads: 1, allow_partial_tail: true}
                limits: {max_invalid_rate: 0.001}
                output: {format: json}
                offline:
                  ranking: {metrics: [ndcg@5, mrr], convention: trec}
                """);
        Cli configured = Run.of("offline", "--config", config.toString());
        Cli typed = Run.of(
                "offline",
                "--exposures=" + folder.resolve("logs/exposures.jsonl"),
                "--outcomes=" + folder.resolve("logs/outcomes.jsonl"),
                "--slice=surface",
                "--slice=surface,tenant_id",
                "--since=2026-11-02",
                "--where=surface=home",
                "--where=surface=pdp",
                "--threads=1",
                "--allow-partial-tail",
                "--max-invalid-rate=0.001",
                "--format=json",
                "--metrics=ndcg@5,mrr",
                "--convention=trec");
        assertThat(typed.exitCode()).isZero();
        assertThat(configured.err()).isEmpty();
        assertThat(withoutProvenance(configured)).isEqualTo(withoutProvenance(typed));
        assertThat(configured.json().at("/provenance/inputs"))
                .isEqualTo(typed.json().at("/provenance/inputs"));
    }

    @Test
    void flagBeatsTheFileAndTheFileTheDefault() throws IOException {
        Path config = config(INPUT + """
                slices: [no_such_key, neither_this]
                limits: {strict: true}
                output: {format: json}
                """);
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
        Cli beaten = Run.of("report", "--config", config.toString(), "--slice", "surface");
        assertThat(beaten.exitCode()).isZero();
        assertThat(beaten.out()).startsWith("{").doesNotContain("no_such_key", "neither_this");
        assertThat(Run.of("report", "--config=" + config, "--exposures=" + empty)
                        .exitCode())
                .isEqualTo(5);
        assertThat(Run.of("report", "--config=" + config, "--exposures=" + empty, "--strict=false")
                        .exitCode())
                .isZero();
    }

    @Test
    void partOfACommandBeatsWhatHoldsForAll() throws IOException {
        Path config = config(INPUT + """
                output: {format: json}
                slices: [no_such_key]
                report:
                  slices: [surface]
                """);
        assertThat(Run.of("report", "--config=" + config).exitCode()).isZero();
        Cli join = Run.of("join", "--config=" + config);
        assertThat(join.exitCode()).isEqualTo(64);
        assertThat(join.err()).contains("no_such_key", "slices.slice in " + config + ":6");
    }

    @Test
    void pathsAreRelativeToTheFile() throws IOException {
        Files.writeString(folder.resolve("robots.txt"), "u1\n");
        Path config = config("""
                version: 1
                input:
                  exposures: "logs/exp*.jsonl"
                  outcomes: %s
                filters: {exclude_users: robots.txt}
                output: {output: [json=report.json, markdown=report.md]}
                """.formatted(folder.resolve("logs/outcomes.jsonl")));
        Cli run = Run.of("report", "--config=" + config);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("report.json"))
                .content(StandardCharsets.UTF_8)
                .startsWith("{");
        assertThat(folder.resolve("report.md")).content(StandardCharsets.UTF_8).startsWith("#");
    }

    @Test
    void standardInputStaysStandardInput() throws IOException {
        Path config = config(INPUT.replace("logs/exposures.jsonl", "'-'") + "output: {format: json}\n");
        byte[] exposures = Files.readAllBytes(folder.resolve("logs/exposures.jsonl"));
        Cli run = Run.with(exposures, "report", "--config=" + config);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().at("/summary/cases_evaluated").asLong()).isEqualTo(500);
    }

    @Test
    void nothingIsReadThatWasNotNamed() throws IOException {
        config(INPUT);
        Cli run = Run.of("report");
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("--exposures PATH is missing");
    }

    /** Each row replaces a part of a good file, and the sentence names line and key. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            strict: true          | strickt: true            | :9: no key limits.strickt; did you mean limits.strict?
            limits:               | limts:                   | :7: no key limts; did you mean limits?
            limits:               | ranking:                 | :8: no key ranking.max_invalid_rate; did you mean limits.max_invalid_rate?
            limits:               | input:                   | :7: input is already set in line 2
            strict: true          | max_invalid_rate: 0      | :9: max_invalid_rate is already set in line 8
            strict: true          | strict: yes              | :9: limits.strict takes true or false, not "yes"
            strict: true          | strict: 1                | :9: limits.strict takes true or false, not 1
            strict: true          | strict: [true]           | :9: limits.strict takes true or false, not a list
            strict: true          | strict:                  | :9: a value is missing
            threads: 2            | threads: 1.7             | :6: reading.threads takes a whole number, not 1.7
            threads: 2            | threads: '2'             | :6: reading.threads takes a whole number, not "2"
            threads: 2            | threads: many            | :6: reading.threads takes a whole number, not "many"
            threads: 2            | threads: 99999999999     | --threads takes a whole number, not "99999999999"; it is out of range (reading.threads in
            threads: 2            | threads: 0               | --threads takes a number from 1 up, not 0 (reading.threads in
            max_invalid_rate: 0.5 | max_invalid_rate: half   | :8: limits.max_invalid_rate takes a number, not "half"
            max_invalid_rate: 0.5 | max_invalid_rate: 2      | from 0 to 1, not 2.0 (limits.max_invalid_rate in
            max_invalid_rate: 0.5 | max_invalid_rate: .nan   | --max-invalid-rate takes a number, not ".nan" (limits.max_invalid_rate in
            version: 1            | version: 2               | :1: version is 2, and this program reads version: 1
            version: 1            | version: "1"             | :1: version is "1", and this program reads version: 1
            version: 1            | # version: 1             | :2: version: 1 is missing
            outcomes: [logs/outcomes.jsonl] | outcomes: [] | :4: input.outcomes is an empty list
            outcomes: [logs/outcomes.jsonl] | outcomes: [[a]] | :4: input.outcomes takes a path or a list, not a list within a list
            outcomes: [logs/outcomes.jsonl] | outcomes: {a: b} | :4: input.outcomes takes a path or a list, not keys with values
            outcomes: [logs/outcomes.jsonl] | outcomes: *alias | :4: aliases (*name) are not supported
            outcomes: [logs/outcomes.jsonl] | outcomes: [logs | : not YAML:
            limits:               | limits: 3                | : not YAML:
            reading: {threads: 2} | reading: 3               | :6: reading takes keys with values, not 3
            reading: {threads: 2} | join: {limits: {strikt: true}} | :6: no key join.limits.strikt; did you mean join.limits.strict?
            reading: {threads: 2} | join: {ranking: {metrics: map}} | :6: no key join.ranking
            reading: {threads: 2} | <<: {threads: 2}         | :6: no key <<
            """)
    void whatIsWrongIsNamedWithItsLine(String good, String wrong, String sentence) throws IOException {
        String text = INPUT + """
                # where lines are counted
                reading: {threads: 2}
                limits:
                  max_invalid_rate: 0.5
                  strict: true
                """;
        assertThat(text).contains(good);
        Path config = config(text.replace(good, wrong));
        for (List<String> command : List.of(List.of("report", "--config"), List.of("config", "check"))) {
            List<String> args = new ArrayList<>(command);
            args.add(config.toString());
            Cli run = Run.of(args.toArray(String[]::new));
            assertThat(run.exitCode()).as(run.err()).isEqualTo(64);
            assertThat(run.err()).startsWith("recsys-eval: ").contains(sentence, "recsys-eval.yaml:");
            assertThat(run.err().lines().filter(line -> !line.startsWith("Try ")))
                    .hasSize(1);
            assertThat(run.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', a configuration begins with version: 1",
        "'- version: 1', a configuration consists of keys with values",
        "'version: 1\n---\nversion: 1\n', a second document",
        "'version: 1\n? [a]\n: b\n', not YAML",
        "'version: 1\n\"\\e[31m\": 1\n', no key U+001B[31m",
    })
    void fileOfAnotherKindIsRefused(String text, String sentence) throws IOException {
        Cli run = Run.of("config", "check", config(text).toString());
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains(sentence);
    }

    @Test
    void fileThatIsNotUtf8OrHugeIsRefused() throws IOException {
        Path latin =
                Files.write(folder.resolve("latin.yaml"), "version: 1 # \u00fc".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Run.of("report", "--config=" + latin).err()).contains("latin.yaml: not UTF-8");
        Path huge = Files.writeString(folder.resolve("huge.yaml"), "version: 1\n" + "# x\n".repeat(300_000));
        assertThat(Run.of("report", "--config=" + huge).err()).contains("longer than 1 MiB");
        Path deep = Files.writeString(folder.resolve("deep.yaml"), "version: 1\nslices: " + "[".repeat(100_000));
        Cli run = Run.of("report", "--config=" + deep);
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err().lines().filter(line -> !line.startsWith("Try "))).hasSize(1);
    }

    @Test
    void missingFileIsAMissingInput() {
        Cli run = Run.of("report", "--config", folder.resolve("nope.yaml").toString());
        assertThat(run.exitCode()).isEqualTo(66);
        assertThat(run.err()).contains("nope.yaml: no such file").doesNotContain("Exception");
    }

    private static JsonNode withoutProvenance(Cli run) {
        ObjectNode report = (ObjectNode) run.json();
        report.remove(List.of("run", "provenance"));
        return report;
    }

    private Path config(String text) throws IOException {
        return Files.writeString(folder.resolve("recsys-eval.yaml"), text);
    }
}
