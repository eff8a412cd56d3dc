package io.github.recsyseval.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputSetTest {
    @TempDir
    private Path folder;

    @Test
    void directoriesAreReadRecursivelyInPathOrderWhateverTheExtension() throws IOException {
        touch("dt=2026-11-20/part-1.jsonl", "dt=2026-11-19/part-2", "dt=2026-11-20/part-0.log.gz", "a.json");
        assertThat(names(folder.toString()))
                .containsExactly(
                        "a.json", "dt=2026-11-19/part-2", "dt=2026-11-20/part-0.log.gz", "dt=2026-11-20/part-1.jsonl");
    }

    @Test
    void whatHoldsNoLinesIsSkippedAndListed() throws IOException {
        touch("part-0", "_SUCCESS", ".part-0.crc", "part-1.crc", "part-2.tmp", ".git/config");
        InputSet inputs = InputSet.resolve(List.of(folder.toString()));
        assertThat(names(folder.toString())).containsExactly("part-0");
        assertThat(inputs.skipped()).hasSize(5);
    }

    @Test
    void linksThatLeadBackAreSkippedAndListed() throws IOException {
        touch("a/part-0", "b/part-1");
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        Files.createSymbolicLink(folder.resolve("b/self"), Path.of("."));
        Files.createSymbolicLink(folder.resolve("c"), folder.resolve("a"));

        InputSet inputs = InputSet.resolve(List.of(folder.toString()));

        assertThat(names(folder.toString())).containsExactly("a/part-0", "b/part-1", "c/part-0");
        assertThat(inputs.skipped())
                .contains(
                        folder + "/a/up (a link to a directory above it)",
                        folder + "/b/self (a link to a directory above it)");
        assertThat(names(folder + "/*/part-*")).containsExactly("a/part-0", "b/part-1", "c/part-0");
    }

    /** As the lock of an editor, or yesterday's log that rotation has taken away. */
    /** Opening a pipe would wait for ever. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void pipesAreSkippedAndListed() throws Exception {
        touch("part-0");
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("part-1").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(names(folder.toString())).containsExactly("part-0");
        assertThat(InputSet.resolve(List.of(folder.toString())).skipped())
                .containsExactly(folder + "/part-1 (a pipe, socket or device)");
    }

    @Test
    void linksToNothingAreSkippedAndListed() throws IOException {
        touch("part-0");
        Files.createSymbolicLink(folder.resolve("part-1"), Path.of("nowhere"));

        for (String argument : List.of(folder.toString(), folder + "/part-*")) {
            assertThat(names(argument)).containsExactly("part-0");
            assertThat(InputSet.resolve(List.of(argument)).skipped())
                    .containsExactly(folder + "/part-1 (a link to nothing)");
        }
        assertThatThrownBy(() -> InputSet.resolve(List.of(folder + "/part-1")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void globsAreExpandedInPathOrder() throws IOException {
        touch("e-2.jsonl", "e-1.jsonl", "o-1.jsonl", "sub/e-3.jsonl");
        assertThat(names(folder + "/e-*.jsonl")).containsExactly("e-1.jsonl", "e-2.jsonl");
        assertThat(names(folder + "/*/e-*.jsonl")).containsExactly("sub/e-3.jsonl");
    }

    /** As bash 5 with globstar has it (`for f in PATTERN; do [ -f $f ] && echo $f; done`), but for what no directory gives either. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**/e-*.jsonl | a/b/e-3.jsonl a/e-2.jsonl e-1.jsonl",
                "a/**/e-*.jsonl | a/b/e-3.jsonl a/e-2.jsonl",
                "**/b/**/*.jsonl | a/b/c/o-1.jsonl a/b/e-3.jsonl",
                "**/**/o-1.jsonl | a/b/c/o-1.jsonl",
                "a/** | a/b/c/o-1.jsonl a/b/e-3.jsonl a/e-2.jsonl",
                "**/{e-1,e-3}.jsonl | a/b/e-3.jsonl e-1.jsonl",
                "**/.hidden/*.jsonl | .hidden/e-9.jsonl",
                "**/*.tmp | a/e-4.tmp",
                "{e-1,a/e-2}.jsonl | a/e-2.jsonl e-1.jsonl",
            })
    void twoStarsAreAnyNumberOfFolders(String pattern, String expected) throws IOException {
        touch(
                "e-1.jsonl",
                "a/e-2.jsonl",
                "a/b/e-3.jsonl",
                "a/b/c/o-1.jsonl",
                ".hidden/e-9.jsonl",
                "a/_SUCCESS",
                "a/e-4.tmp");
        assertThat(names(folder + "/" + pattern)).containsExactly(expected.split(" "));
    }

    @Test
    void whatTwoStarsPassOverIsListed() throws IOException {
        touch("a/e-1.jsonl", "a/.e-1.jsonl.crc", ".git/e-2.jsonl");
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        assertThat(InputSet.resolve(List.of(folder + "/**")).skipped())
                .containsExactlyInAnyOrder(
                        folder + "/a/up (a link to a directory above it)",
                        folder + "/a/.e-1.jsonl.crc",
                        folder + "/.git/e-2.jsonl");
    }

    /** As `logs/*.jsonl` in a folder that has another user's folder. */
    @Test
    void withoutTwoStarsNothingDeeperIsLookedAt() throws IOException {
        touch("e-1.jsonl", "deep/er/e-2.jsonl");
        Path loop = folder.resolve("deep/er/loop.jsonl");
        Files.createSymbolicLink(loop, folder);
        InputSet inputs = InputSet.resolve(List.of(folder + "/*"));
        assertThat(inputs.files())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).endsWith("/e-1.jsonl"));
        assertThat(inputs.skipped()).isEmpty();
    }

    @Test
    void aBrokenPatternSaysSo() {
        assertThatThrownBy(() -> InputSet.resolve(List.of(folder + "/**/[a")))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("/**/[a: no such file, and not a glob: a closing ] is missing");
        assertThatThrownBy(() -> InputSet.resolve(List.of(folder + "/{a,b")))
                .hasMessageEndingWith("/{a,b: no such file, and not a glob: a closing } is missing");
    }

    @Test
    void aFileWhoseNameLooksLikeAGlobIsThatFile() throws IOException {
        touch("day[1].jsonl", "day1.jsonl");
        assertThat(names(folder + "/day[1].jsonl")).containsExactly("day[1].jsonl");
    }

    @Test
    void argumentsKeepTheirOrder() throws IOException {
        touch("b", "a");
        assertThat(names(folder + "/b", folder + "/a")).containsExactly("b", "a");
    }

    @Test
    void whatMeansNoFileIsAnErrorWithTheReason() {
        assertThatThrownBy(() -> InputSet.resolve(List.of(folder + "/nope")))
                .isInstanceOf(InputException.class)
                .hasMessage(folder + "/nope: no such file");
        assertThatThrownBy(() -> InputSet.resolve(List.of(folder + "/*.jsonl")))
                .hasMessageEndingWith("no file matches");
        assertThatThrownBy(() -> InputSet.resolve(List.of(folder.toString())))
                .hasMessageEndingWith("the directory holds no log files");
    }

    private void touch(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "{}\n");
        }
    }

    private List<String> names(String... arguments) {
        return InputSet.resolve(List.of(arguments)).files().stream()
                .map(file -> folder.relativize(Path.of(file.name())).toString())
                .toList();
    }
}
