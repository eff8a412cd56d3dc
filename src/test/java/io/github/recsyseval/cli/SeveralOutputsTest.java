package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Several outputs of one run: all of them are new, or none is. */
class SeveralOutputsTest {
    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX) // which has a device that is always full
    void whenOneCannotBeWrittenNoneIsChanged() throws IOException {
        Path first = Files.writeString(folder.resolve("first.json"), "as it was");
        Path last = folder.resolve("last.md");
        Cli run = Run.of(
                "report",
                "--exposures",
                "testdata/clean/exposures.jsonl",
                "--outcomes",
                "testdata/clean/outcomes.jsonl",
                "--output",
                first.toString(),
                "--output",
                "json=/dev/full",
                "--output",
                last.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.IO);
        assertThat(run.err())
                .isEqualTo("recsys-eval: cannot write /dev/full: no space left on device; nothing was changed\n");
        assertThat(first).hasContent("as it was");
        assertThat(last).doesNotExist();
    }
}
