package io.github.recsyseval.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The launcher for Windows, which these tests cannot start, gives Java the flags that the other one does. */
class LauncherFlagsTest {
    private static final Pattern FLAG =
            Pattern.compile("(?<![\\w-])(?:-X[^\\s\"')]+|-D[^\\s\"')]+|--enable[^\\s\"')]+)");

    /** What an archive needs, and the Windows launcher has none. */
    private static final Set<String> FOR_THE_ARCHIVE =
            Set.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-XX:SharedArchiveFile=$archive");

    @Test
    void bothLaunchersHaveTheSameFlags() throws IOException {
        Set<String> unix =
                flags(Path.of("bin/recsys-eval"), "\\s*(?:.*\\|\\| )?(?:jvm_options\\+?=|collector=-|heap=\\(-).*");
        Set<String> windows =
                flags(Path.of("bin/recsys-eval.cmd"), "(?:if %RE_MAJOR% .* )?set \"RE_(?:FLAGS|COLLECTOR|HEAP)=.+");

        assertThat(unix).containsAll(FOR_THE_ARCHIVE).contains("-XX:+UseSerialGC", "-Xms128m");
        unix.removeAll(FOR_THE_ARCHIVE);
        assertThat(windows).isEqualTo(unix);
    }

    /** Without them cmd.exe looks for labels in the wrong places. */
    @Test
    void theWindowsLauncherHasTheLineEndsOfWindows() throws IOException {
        String text = Files.readString(Path.of("bin/recsys-eval.cmd"));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text).isASCII();
    }

    /** Every goto has its label, and every label somebody who goes there. */
    @Test
    void everyLabelOfTheWindowsLauncherIsThere() throws IOException {
        String text = Files.readString(Path.of("bin/recsys-eval.cmd"));
        assertThat(found("(?m)goto (\\w+)\\s*$", text)).isEqualTo(found("(?m)^:(\\w+)", text));
    }

    /** Behind {@code exit /b} a caller's {@code ||} does not notice it, and a variable ERRORLEVEL of the caller's would hide it. */
    @Test
    void theExitCodeOfTheProgramIsThatOfTheWindowsLauncher() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("bin/recsys-eval.cmd"));
        assertThat(lines).last().asString().startsWith("\"%RE_JAVA%\" ").endsWith(" -jar \"%RE_JAR%\" %*");
        assertThat(String.join("\n", lines)).doesNotContain("%ERRORLEVEL%");
    }

    private static Set<String> flags(Path launcher, String assignment) throws IOException {
        Set<String> flags = new TreeSet<>();
        for (String line : Files.readAllLines(launcher)) {
            if (line.matches(assignment)) {
                flags.addAll(found("(" + FLAG.pattern() + ")", line));
            }
        }
        return flags;
    }

    private static Set<String> found(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
