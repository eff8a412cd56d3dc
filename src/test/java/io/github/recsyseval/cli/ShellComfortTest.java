package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.recsyseval.testing.Cli;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a command line pleasant: completion, suggestions, colour only where it is welcome. */
class ShellComfortTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "validate --shcema exposure.v1, --schema",
        "validate --quite, --quiet",
        "validate --max-invalidrate 0.1, --max-invalid-rate",
        "validate --max-eror=1, --max-errors",
        "validate --reject bad.jsonl, --rejects",
        "join --exposure x, --exposures",
        "offline --basline x, --baseline",
        "report --outcome x, --outcomes",
        "sample --verbos, --verbose"
    })
    void suggestsTheOptionThatWasMeant(String line, String meant) {
        Cli run = Run.of(line.split(" "));

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("did you mean " + meant).contains("--help");
    }

    @Test
    void aQuietSampleIsWrittenWithoutAWord() {
        Cli run = Run.of("sample", "--quiet", "--requests=10", "--out=" + folder.resolve("logs"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out() + run.err()).isEmpty();
        assertThat(folder.resolve("logs/exposures.jsonl")).isNotEmptyFile();
    }

    /** Whoever knows an option from another command is told so, and not sent to one that looks like it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "experiment --metrics ndcg | no option --metrics; it belongs to offline, aa-check",
                "join --control=A | no option --control; it belongs to experiment",
                "validate --sha256 | no option --sha256; it belongs to join, report, offline, experiment and others",
                "trace --max-errors 3 | no option --max-errors; it belongs to validate, join, report, offline and others",
                "sample --threads 2 | no option --threads; it belongs to validate, join, report, offline and others"
            })
    void saysToWhichCommandAnOptionBelongs(String line, String why) {
        Cli run = Run.of(line.split(" "));

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains(why).doesNotContain("did you mean");
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertThat(Run.of("vaildate").err()).contains("did you mean validate?");
        assertThat(Run.of("completion", "basch").err()).contains("did you mean bash?");
    }

    @Test
    void bashCompletesOptions() throws Exception {
        Path script = Files.write(
                folder.resolve("c.bash"), Run.of("completion", "bash").outBytes());

        assertThat(shell(
                        "bash",
                        "compopt() { :; }; source " + script
                                + "; COMP_WORDS=(recsys-eval validate --sch); COMP_CWORD=2; "
                                + "_complete_recsys-eval; echo ${COMPREPLY[@]}"))
                .isEqualTo("--schema\n");
        assertThat(shell(
                        "bash",
                        "compopt() { :; }; source " + script + "; COMP_WORDS=(recsys-eval vali); COMP_CWORD=1; "
                                + "_complete_recsys-eval; echo ${COMPREPLY[@]}"))
                .isEqualTo("validate\n");
    }

    @Test
    void zshTakesTheScriptAndKnowsTheProgram() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/zsh")) || Files.isExecutable(Path.of("/bin/zsh")), "no zsh here");
        Path script =
                Files.write(folder.resolve("c.zsh"), Run.of("completion", "zsh").outBytes());

        assertThat(shell("zsh", "source " + script + "; print ${+_comps[recsys-eval]}"))
                .isEqualTo("1\n");
    }

    private static String shell(String name, String command) throws IOException, InterruptedException {
        List<String> start = name.equals("zsh") ? List.of("zsh", "-f", "-c", command) : List.of("bash", "-c", command);
        Process process = new ProcessBuilder(start).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return out;
    }

    /** As on a full disk, or where the reader has gone; a script must not take half a help for a whole one. */
    @ParameterizedTest
    @CsvSource({
        "No space left on device, 74, cannot write to standard output",
        "Broken pipe, 141, ",
    })
    void helpThatReachesNobodyIsAFailure(String failure, int code, String complaint) {
        for (String[] line : new String[][] {
            {"--help"}, {"validate", "--help"}, {"--version"}, {"report", "-V"}, {"completion", "bash"}
        }) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            OutputStream full = new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    throw new IOException(failure);
                }
            };
            PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
            Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), full, messages);
            assertThat(RecsysEval.run(terminal, line)).isEqualTo(code);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains(complaint == null ? "" : complaint);
        }
    }

    @ParameterizedTest
    @CsvSource({"--map=, 64", "--temp-dir=, 64", "--map=nix, 66", "--map=nix.yaml, 66"})
    void emptyTextsAndMissingFilesAreTold(String option, int code) {
        String log = "testdata/clean/exposures.jsonl";
        Cli run = Run.of("report", "--exposures=" + log, "--outcomes=testdata/clean/outcomes.jsonl", option);
        assertThat(run.exitCode()).isEqualTo(code);
        assertThat(run.err()).contains(code == 64 ? "not an empty text; is a variable unset?" : "nix");
    }

    @Test
    void coloursTheVerdictOnATerminalOnly() {
        assertThat(validated(true)).startsWith("\u001b[1;32mVALID\u001b[0m");
        assertThat(validated(false)).startsWith("VALID").doesNotContain("\u001b");
        assertThat(Terminal.allowsColour(Map.of("TERM", "xterm"))).isTrue();
        assertThat(Terminal.allowsColour(Map.of("TERM", "xterm", "NO_COLOR", "")))
                .isTrue();
        assertThat(Terminal.allowsColour(Map.of("TERM", "xterm", "NO_COLOR", "1")))
                .isFalse();
        assertThat(Terminal.allowsColour(Map.of("TERM", "dumb"))).isFalse();
    }

    private static String validated(boolean colour) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                Map.of(),
                UnaryOperator.identity(),
                colour,
                false);
        RecsysEval.run(terminal, "validate", "--schema", "exposure.v1", "testdata/clean/exposures.jsonl");
        return out.toString(StandardCharsets.UTF_8);
    }
}
