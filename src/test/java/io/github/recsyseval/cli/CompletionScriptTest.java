package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompletionScriptTest {
    @TempDir
    private Path folder;

    @Test
    void knowsCommandsAndTheirOptionsUnderTheNameOfTheProgram() {
        assertThat(CompletionScript.bash())
                .contains("complete -F _complete_recsys-eval -o default recsys-eval")
                .contains("report")
                .contains("'--exposures'");
    }

    /** How aliases of other commands are completed is the user's affair. */
    @Test
    void leavesTheShellAsItIs() {
        assertThat(CompletionScript.zsh()).doesNotContain("COMPLETE_ALIASES", "alias ");
    }

    @ParameterizedTest
    @CsvSource({"rep, 1, report", "completion '', 2, bash zsh", "completion z, 2, zsh"})
    void bashReadsItAndCompletes(String words, int last, String completed) throws Exception {
        Path script = Files.writeString(folder.resolve("recsys-eval.bash"), CompletionScript.bash());

        assertThat(said(
                        "bash",
                        "source " + script + "; COMP_WORDS=(recsys-eval " + words + "); COMP_CWORD=" + last
                                + "; COMP_LINE=\"${COMP_WORDS[*]}\"; COMP_POINT=${#COMP_LINE};"
                                + " _complete_recsys-eval; echo ${COMPREPLY[@]}"))
                .isEqualTo(completed + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "report --format j, json junit",
        "compare --format '', text markdown json html",
        "experiment --crossover '', exclude first",
        "validate --schema out, outcome.v1",
        "report --tolerate '', J11 J13 J14",
        "report --exposures '', ''"
    })
    void bashCompletesTheWordsOfOptions(String words, String offered) throws Exception {
        Path script = Files.writeString(folder.resolve("recsys-eval.bash"), CompletionScript.bash());

        assertThat(said(
                        "bash",
                        "compopt() { :; }; source " + script + "; COMP_WORDS=(recsys-eval " + words
                                + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_recsys-eval;"
                                + " echo ${COMPREPLY[@]}"))
                .isEqualTo(offered + "\n");
    }

    static Stream<Arguments> wordsOfEveryOption() {
        List<Arguments> words = new ArrayList<>();
        RecsysEval.line(new RecsysEval())
                .getSubcommands()
                .forEach((name, command) -> command.getCommandSpec()
                        .options()
                        .forEach(option -> OptionWords.of(name, option.longestName())
                                .forEach(word -> words.add(Arguments.of(name, option.longestName() + "=" + word)))));
        return words.stream();
    }

    /** The logs are missing, so that this is what a command complains of if it likes the word. */
    @ParameterizedTest
    @MethodSource("wordsOfEveryOption")
    void whatIsOfferedIsTaken(String command, String option) {
        List<String> line = new ArrayList<>(List.of(command, option));
        line.addAll(
                switch (command) {
                    case "validate" -> List.of("--schema=exposure.v1", "nowhere.jsonl");
                    case "pseudonymize" -> List.of("--fields=user_id", "--key-file=nowhere.jsonl", "README.md");
                    case "compare" -> List.of("nowhere.jsonl", "nowhere.jsonl");
                    case "run" -> List.of("--dataset=nowhere.jsonl", "--config=nowhere.jsonl", "--output=x.json");
                    case "trace" -> List.of("--request-id=r", "--exposures=nowhere.jsonl", "--outcomes=nowhere.jsonl");
                    case "experiment" ->
                        List.of("--control=A", "--exposures=nowhere.jsonl", "--outcomes=nowhere.jsonl");
                    default -> List.of("--exposures=nowhere.jsonl", "--outcomes=nowhere.jsonl");
                });
        if (option.startsWith("--schema")) {
            line.remove("--schema=exposure.v1");
        }
        if (option.startsWith("--pair-by")) {
            line.add("--baseline-exposures=README.md");
        }

        assertThat(Run.of(line.toArray(String[]::new)).err()).contains("nowhere.jsonl: no such file");
    }

    /** Functions of a file on {@code fpath} know no aliases, and zsh has no {@code compopt} of its own. */
    @Test
    void zshReadsIt() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/zsh")) || Files.isExecutable(Path.of("/bin/zsh")), "no zsh");
        Path script = Files.writeString(folder.resolve("completion.zsh"), CompletionScript.zsh());

        assertThat(said(
                        "zsh",
                        "source " + script
                                + "; whence -w compopt _complete_recsys-eval; [[ -o completealiases ]] || echo kept"))
                .isEqualTo("compopt: function\n_complete_recsys-eval: function\nkept\n");
    }

    /** What a shell without files of its user's prints, errors included. */
    private String said(String shell, String commands) throws IOException, InterruptedException {
        String bare = shell.equals("zsh") ? "-f" : "--norc";
        ProcessBuilder builder = new ProcessBuilder(shell, bare, "-c", commands).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
