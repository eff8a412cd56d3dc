package io.github.recsyseval.text;

import static io.github.recsyseval.text.PathNotation.UNIX;
import static io.github.recsyseval.text.PathNotation.WINDOWS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathNotationTest {

    @Test
    void aBackslashSeparatesNamesOnWindowsOnly() {
        assertThat(WINDOWS.slashed("C:\\logs/a\\*.jsonl")).isEqualTo("C:/logs/a/*.jsonl");
        assertThat(UNIX.slashed("logs/a\\*.jsonl")).isEqualTo("logs/a\\*.jsonl");
    }

    @ParameterizedTest
    @CsvSource({
        "/logs/*.jsonl, true, true",
        "logs/*.jsonl, false, false",
        "C:\\logs\\*.jsonl, false, true",
        "c:/logs, false, true",
        "C:logs, false, true",
        "\\logs, false, true",
        "\\\\server\\share\\*.jsonl, false, true",
        "..\\logs, false, false",
        "dt=2026-11-02T08:00/part, false, false",
    })
    void rootsAreThoseOfTheSystem(String path, boolean onUnix, boolean onWindows) {
        assertThat(UNIX.isRooted(path)).isEqualTo(onUnix);
        assertThat(WINDOWS.isRooted(path)).isEqualTo(onWindows);
    }

    /** As it is written, {@code a\\b} would come behind {@code aB}: capitals stand between slash and backslash. */
    @Test
    void filesHaveTheSameOrderOnEverySystem() {
        assertThat(Stream.of("a.b", "a\\b", "aB").map(Path::of).sorted(WINDOWS.order()))
                .extracting(Path::toString)
                .containsExactly("a.b", "a\\b", "aB");
        assertThat(Stream.of("a/b", "aB", "a.b").map(Path::of).sorted(UNIX.order()))
                .extracting(Path::toString)
                .containsExactly("a.b", "a/b", "aB");
    }

    @Test
    void devicesOfWindowsAreFilesElsewhere() {
        assertThat(WINDOWS.isDevice("nul")).isTrue();
        assertThat(WINDOWS.isDevice("nul.json")).isFalse();
        assertThat(WINDOWS.isDevice("C:\\reports\\NUL")).isFalse();
        assertThat(UNIX.isDevice("NUL")).isFalse();
    }

    /** With a drive the path of a URI has one slash more than the file (RFC 8089, appendix E.2). */
    @ParameterizedTest
    @CsvSource({
        "file:///logs/a.jsonl, /logs/a.jsonl, /logs/a.jsonl",
        "file:///C:/logs/a.jsonl, /C:/logs/a.jsonl, C:/logs/a.jsonl",
        "file://logs/a.jsonl, logs/a.jsonl, logs/a.jsonl",
        "C:\\logs\\a.jsonl, C:\\logs\\a.jsonl, C:\\logs\\a.jsonl",
    })
    void filesMayBeNamedByUri(String uri, String onUnix, String onWindows) {
        assertThat(UNIX.ofUri(uri)).isEqualTo(onUnix);
        assertThat(WINDOWS.ofUri(uri)).isEqualTo(onWindows);
    }
}
