package io.github.recsyseval.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts that measure say how they are used, and what they measured. */
@DisabledOnOs(OS.WINDOWS)
class BenchScriptsTest {
    @TempDir
    Path folder;

    /** The scripts beside a stand-in for the program, which does nothing. */
    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectories(folder.resolve("bench"));
        for (String script : List.of("compare.sh", "kernels.sh")) {
            Files.copy(
                    Path.of("bench", script),
                    folder.resolve("bench").resolve(script),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        Folders.script(folder.resolve("bin/recsys-eval"), "exit 0");
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs/exposures.jsonl"), "{}\n".repeat(1_234));
        Files.writeString(folder.resolve("logs/outcomes.jsonl"), "{}\n".repeat(20));
        Files.createDirectories(folder.resolve("more"));
        Files.writeString(folder.resolve("more/exposures.jsonl"), "{}\n".repeat(3_085));
        Files.writeString(folder.resolve("more/outcomes.jsonl"), "{}\n");
    }

    private Launch.Result run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            words.add(argument.replace("FOLDER", folder.resolve("logs").toString()));
        }
        return new Launch(folder.resolve("bench").resolve(script))
                .with("LARGE", folder.resolve("more"))
                .arguments(words.toArray(String[]::new))
                .run();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare.sh", "kernels.sh"})
    void helpIsNoMistake(String script) throws Exception {
        Launch.Result help = run(script, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith("Usage: bench/" + script + " ");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 90);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 64, a folder with logs is missing",
        "FOLDER 0, 64, 'ROUNDS takes a number from 1 up, not 0'",
        "FOLDER five, 64, 'ROUNDS takes a number from 1 up, not five'",
        "FOLDER 1 smal, 64, there is no part smal",
        "FOLDER 1 report, 66, 'logs/assignments.jsonl: no such file'",
        "nowhere, 66, 'nowhere/exposures.jsonl: no such file'",
    })
    void mistakesAreTold(String arguments, int exitCode, String sentence) throws Exception {
        Launch.Result result = run("compare.sh", arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.err()).contains(sentence);
        assertThat(result.err().contains("Usage: ")).isEqualTo(exitCode == 64);
        assertThat(result.out()).isEmpty();
    }

    /** 3,085 lines are 2.5 times 1,234. */
    @Test
    void tablesNameWhatWasMeasured() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/time")), "compare.sh needs GNU time");
        Launch.Result result = run("compare.sh", "FOLDER", "1", "small", "growth");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("| report (1234 exposures) |", "| report (2.50 times as much) |");
    }
}
