package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No run writes over what it reads. */
class OutputPathsTest {
    private static final String MAP = """
            version: 1
            exposures:
              request_id: request_id
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        for (String name : List.of("exposures.jsonl", "outcomes.jsonl")) {
            Files.copy(Path.of("testdata/clean", name), folder.resolve(name));
        }
        Files.writeString(folder.resolve("config.yaml"), "version: 1\n");
        Files.writeString(folder.resolve("map.yaml"), MAP);
        Files.writeString(folder.resolve("users.txt"), "u1\n");
        Files.writeString(folder.resolve("items.txt"), "sku-1\n");
        Files.writeString(folder.resolve("counts.csv"), "sku-1,3\n");
        Files.copy(Path.of("schemas/exposure.v1.json"), folder.resolve("schema.json"));
        Files.copy(Path.of("testdata/clean/exposures.jsonl"), folder.resolve("others.jsonl"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report LOGS --config F/config.yaml | --output | F/config.yaml | is the file of --config",
                "report LOGS --map F/map.yaml | --output | F/map.yaml | is the file of --map",
                "join LOGS --exclude-users F/users.txt | --unmatched-outcomes | F/users.txt | is the file of --exclude-users",
                "offline LOGS --metrics coverage@5 --catalog F/items.txt | --output | F/items.txt | is the file of --catalog",
                "offline LOGS --metrics novelty@5 --popularity F/counts.csv | --output | F/counts.csv | is the file of --popularity",
                "offline LOGS --baseline-exposures F/others.jsonl | --output | F/others.jsonl | is one of the inputs",
                "validate --schema F/schema.json F/exposures.jsonl | --output | F/schema.json | is the file of --schema",
                "validate --schema exposure.v1 --map F/map.yaml F/exposures.jsonl | --rejects | F/map.yaml | is the file of --map",
                "trace LOGS --request-id x --config F/config.yaml | --output | F/config.yaml | is the file of --config",
            })
    void anOutputIsNoFileThatIsRead(String command, String option, String output, String why) throws IOException {
        Path file = Path.of(output.replace("F", folder.toString()));
        byte[] before = Files.readAllBytes(file);

        Cli run = run(command, option, file.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(option + " " + file + " " + why);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aReportThatIsShownAgainStays() throws IOException {
        Path report = folder.resolve("report.json");
        run("report LOGS", "--output", report.toString());
        byte[] before = Files.readAllBytes(report);

        Cli run = run("report --render " + report + " --format html", "--output", report.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(report).hasBinaryContent(before);
    }

    /** The report of today is the baseline of tomorrow. */
    @Test
    void aBaselineMayGiveWay() {
        Path report = folder.resolve("report.json");
        assertThat(run("offline LOGS", "--output", report.toString()).exitCode())
                .isZero();
        assertThat(run("offline LOGS --baseline " + report, "--output", report.toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void theGoToolsFilesStay() throws IOException {
        RunFolder go = new RunFolder(folder).logs(Path.of("testdata/clean").toAbsolutePath());
        String config = """
                mode: experiment
                experiment:
                  control_variant: A
                  decision: {enabled: true, output_path: "%s"}
                """;
        go.config(config.formatted(go.path("dataset.yaml")));
        String dataset = Files.readString(go.path("dataset.yaml"));

        Cli run = go.run();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("dataset.yaml is the file of --dataset");
        assertThat(go.path("dataset.yaml")).hasContent(dataset);
    }

    /** Standard output has room for one thing, and that is the report. */
    @ParameterizedTest
    @CsvSource({
        "validate --schema exposure.v1 F/exposures.jsonl, --rejects",
        "join LOGS, --unmatched-exposures",
        "experiment LOGS --control A, --decision",
        "init LOGS, --output"
    })
    void aDashIsNoFile(String command, String option) {
        Cli run = run(command, option, "-");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(option + " takes a file, not -").doesNotContain("goes to standard output");
    }

    /** All is lost if that shows after an hour of reading. */
    @Test
    void aHistoryThatIsNoFolderIsToldBeforeAnythingIsWritten() {
        Path report = folder.resolve("report.json");

        Cli run = run("offline LOGS --history " + folder.resolve("users.txt"), "--output", report.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--history " + folder.resolve("users.txt") + ": not a directory");
        assertThat(report).doesNotExist();
    }

    @Test
    void quietCommandsSayNothing() {
        assertThat(said("init LOGS --output F/new.yaml")).isEmpty();
        assertThat(said("sample --requests 50 --out F/sample")).isEmpty();
        assertThat(folder.resolve("new.yaml")).exists();
        assertThat(folder.resolve("sample/exposures.jsonl")).exists();
    }

    private String said(String command) {
        Cli run = run(command + " --quiet", "", "");
        assertThat(run.exitCode()).isZero();
        return run.out() + run.err();
    }

    private Cli run(String command, String option, String value) {
        String logs = "--exposures F/exposures.jsonl --outcomes F/outcomes.jsonl";
        List<String> words = new ArrayList<>(List.of(
                command.replace("LOGS", logs).replace("F/", folder + "/").split(" ")));
        if (!option.isEmpty()) {
            words.addAll(List.of(option, value));
        }
        return Run.of(words.toArray(String[]::new));
    }
}
