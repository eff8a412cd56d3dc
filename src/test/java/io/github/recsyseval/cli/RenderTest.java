package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"json, json", "markdown, md", "html, html"})
    void showsAReportAgainAsItWasShownFirst(String format, String extension) throws IOException {
        for (String set : new String[] {"clean", "faults"}) {
            FixedRun run = render(GOLDEN.resolve(set + ".json"), "--format", format);

            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
            assertThat(run.out()).isEqualTo(Files.readString(GOLDEN.resolve(set + "." + extension)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "nonsense", "{\"schema\":\"report.v1\"}"})
    void refusesWhatIsNoReport(String text) throws IOException {
        FixedRun run = render(Files.writeString(folder.resolve("x.json"), text));

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("x.json is no report.v1 report of this version: ");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"cases_evaluated\" : 500; \"cases_evaluated\" : \"500\"",
                "\"cases_evaluated\" : 500; \"cases_evaluated\" : 500.5",
                "\"cases_evaluated\" : 500; \"cases_evaluated\" : null",
                "\"cases_evaluated\" : 500; \"cases_evaluated\" : 500, \"more\" : 1",
                "\"cases_evaluated\" : 500,; ",
                "\"schema\" : \"report.v1\"; \"schema\" : \"report.v2\""
            })
    void refusesAReportThatDiffersFromTheContractInOneField(String as, String changed) throws IOException {
        String json = Files.readString(GOLDEN.resolve("clean.json"));
        assertThat(json).contains(as);
        FixedRun run =
                render(Files.writeString(folder.resolve("x.json"), json.replace(as, changed == null ? "" : changed)));

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("x.json is no report.v1 report of this version: ");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        FixedRun run = render(folder.resolve("none.json"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("none.json: no such file");
    }

    @Test
    void takesNoLogsBesides() {
        FixedRun run = render(GOLDEN.resolve("clean.json"), "--exposures", "testdata/clean/exposures.jsonl");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--strict",
                "--max-empty-rate=0.1",
                "--fail-on=J03",
                "--slice=surface",
                "--kpi=x=clicks/exposures",
                "--max-invalid-rate=0",
                "--since=2026-11-04"
            })
    void takesNothingThatWouldChangeOrCheckFigures(String option) {
        FixedRun run = render(GOLDEN.resolve("clean.json"), option);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(option.replaceAll("=.*", "") + " cannot be given with it");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void appendsThePageToTheStepSummary() throws IOException {
        Path summary = Files.writeString(folder.resolve("summary.md"), "before\n");
        FixedRun run = FixedRun.with(
                Map.of("GITHUB_STEP_SUMMARY", summary.toString()),
                "report",
                "--render",
                GOLDEN.resolve("clean.json").toString(),
                "--format",
                "github");

        assertThat(run.out().lines()).allMatch(line -> line.startsWith("::"));
        assertThat(Files.readString(summary)).isEqualTo("before\n" + Files.readString(GOLDEN.resolve("clean.md")));
    }

    /** More users than are counted one by one cannot be had in a test; a report of them can. */
    @ParameterizedTest
    @ValueSource(strings = {"experiment", "aa-check"})
    void groupsOfUsersAreMentioned(String command) throws IOException {
        List<String> args = new ArrayList<>(List.of(command, "--format", "json"));
        for (String log : List.of("exposures", "outcomes")) {
            args.addAll(List.of("--" + log, "testdata/clean/" + log + ".jsonl"));
        }
        if (command.equals("experiment")) {
            args.addAll(List.of("--assignments", "testdata/clean/assignments.jsonl", "--control", "A"));
        }
        String json = FixedRun.of(args.toArray(String[]::new)).out();
        assertThat(json).contains("\"user_groups\" : null");
        Path grouped = Files.writeString(
                folder.resolve("x.json"), json.replace("\"user_groups\" : null", "\"user_groups\" : 65536"));
        for (String format : List.of("markdown", "html")) {
            FixedRun run = render(grouped, "--format", format);
            assertThat(run.out()).as(run.err()).contains("65,536 random groups");
        }
    }

    private static FixedRun render(Path report, String... more) {
        String[] args = new String[3 + more.length];
        args[0] = "report";
        args[1] = "--render";
        args[2] = report.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return FixedRun.of(args);
    }
}
