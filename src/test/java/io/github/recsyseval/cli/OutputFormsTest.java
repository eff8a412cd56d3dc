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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which form a file is written: as {@code FORMAT=} says, else {@code --format}, else the file's ending; by every command alike. */
class OutputFormsTest {
    private static final String LOGS =
            "--exposures testdata/clean/exposures.jsonl --outcomes testdata/clean/outcomes.jsonl";
    private static final String REQUEST = "501f9400-9082-4685-9952-9a3e19996759";

    @TempDir
    private Path folder;

    /** The beginning of the file is compared without blanks and quotes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report LOGS | | r.html | <!DOCTYPEhtml>",
                "report LOGS | | r.txt | Recommendationreport=====",
                "report LOGS | --format html | r.json | <!DOCTYPEhtml>",
                "report LOGS | --format html | json=r.html | {schema:report.v1",
                "join LOGS | | j.html | <!DOCTYPEhtml>",
                "join LOGS | | j.json | {schema:report.v1",
                "join LOGS | | j.md | #Joinreport",
                "join LOGS | --format json | j.md | {schema:report.v1",
                "join LOGS | | j.jsonl | {request_id:",
                "join LOGS | | joined=j.json | {request_id:",
                "join LOGS | --format json | j.jsonl | {request_id:",
                "trace LOGS --request-id REQUEST | | t.json | {schema:trace.v1",
                "trace LOGS --request-id REQUEST | | t.txt | Request501f9400",
                "trace LOGS --request-id REQUEST | | t | Request501f9400",
                "trace LOGS --request-id REQUEST | --format TEXT | t.json | Request501f9400",
                "trace LOGS --request-id REQUEST | | json=t.txt | {schema:trace.v1",
                "validate --schema exposure.v1 testdata/clean/exposures.jsonl | | v.json | {format:validation.v1",
                "validate --schema exposure.v1 testdata/clean/exposures.jsonl | | v.xml | <?xml",
                "validate --schema exposure.v1 testdata/clean/exposures.jsonl | | v.log | VALID",
            })
    void aFileHoldsWhatItsNamePromises(String command, String format, String output, String begins) throws IOException {
        Cli run = run(command, format, output);

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(file(output)).replaceAll("[\\s\"]", "")).startsWith(begins);
    }

    /** A page of Markdown that is called report.html shows as one long line in a browser. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "validate --schema exposure.v1 testdata/clean/exposures.jsonl | v.html | html | text, json, junit, github, markdown",
                "trace LOGS --request-id REQUEST | t.html | html | text, json",
                "trace LOGS --request-id REQUEST | t.md | markdown | text, json",
            })
    void anEndingOfAnotherFormIsRefused(String command, String output, String form, String known) {
        Cli run = run(command, null, output);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("the ending stands for " + form + ", which this command does not write; there are " + known);
        assertThat(file(output)).doesNotExist();
    }

    @Test
    void comparisonsArePagesButNoTestResults() throws IOException {
        run("report LOGS", null, "r.json");
        String report = folder.resolve("r.json").toString();

        Cli tests = run("compare " + report + " " + report, null, "c.xml");

        assertThat(tests.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(tests.err()).contains("there are text, markdown, json, html");
        assertThat(run("compare " + report + " " + report, null, "p.html").exitCode())
                .isZero();
        assertThat(Files.readString(folder.resolve("p.html"))).startsWith("<!DOCTYPE html>");
        assertThat(run("compare " + report + " " + report, null, "markdown=c.html")
                        .exitCode())
                .isZero();
        assertThat(Files.readString(folder.resolve("c.html"))).startsWith("# Comparison");
    }

    private Path file(String output) {
        return folder.resolve(output.substring(output.indexOf('=') + 1));
    }

    private Cli run(String command, String format, String output) {
        String prefix = output.substring(0, output.indexOf('=') + 1);
        List<String> words = new ArrayList<>(List.of(
                command.replace("LOGS", LOGS).replace("REQUEST", REQUEST).split(" ")));
        if (format != null) {
            words.addAll(List.of(format.split(" ")));
        }
        words.addAll(List.of("--quiet", "--output", prefix + file(output)));
        return Run.of(words.toArray(String[]::new));
    }
}
