package io.github.recsyseval.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.github.recsyseval.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process loads a library once, so each case has a process of its own. */
class ZstdLibraryTest {
    @TempDir
    private Path folder;

    private Path logs = Path.of("");

    @BeforeEach
    void compress() throws IOException {
        byte[] plain = Files.readAllBytes(Path.of("testdata/clean/outcomes.jsonl"));
        logs = Files.write(folder.resolve("outcomes.jsonl.zst"), Zstd.compress(plain));
    }

    private record Ended(int exitCode, String said) {}

    private Ended validate(String tmpdir, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder.resolve("nowhere"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TMPDIR", tmpdir);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @Test
    void isUnpackedWhereTmpdirSays() throws Exception {
        Ended ended = validate(folder.toString(), "validate", "--schema", "outcome.v1", "--input", logs.toString());

        assertThat(ended.said()).contains("VALID");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void whereItCannotBeLoadedASentenceSaysWhatToDo() throws Exception {
        Ended ended = validate("", "validate", "--schema", "outcome.v1", "--input", logs.toString());

        assertThat(ended.exitCode()).isEqualTo(66);
        assertThat(ended.said().lines()).last().asString().contains(logs.toString(), "nowhere (", "TMPDIR=DIR");
        assertThat(ended.said()).doesNotContain("Exception", "internal error");
    }
}
