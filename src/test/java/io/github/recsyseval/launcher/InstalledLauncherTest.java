package io.github.recsyseval.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class InstalledLauncherTest {

    private static final String NOBODY = "65534";

    @TempDir
    static Path shared;

    private static Path jar;

    @TempDir
    Path folder;

    @BeforeAll
    static void buildProgram() throws IOException {
        jar = ProgramJar.build(shared);
    }

    @Test
    void passesArgumentsInputExitCodeAndProcessIdThrough() throws Exception {
        Path launcher = Folders.installation(folder.resolve("app"), jar);

        Launch.Result result =
                new Launch(launcher).arguments("exit", "7").input("from a pipe").run();

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.out()).contains("pid " + result.pid() + "\n", "arguments exit|7\n", "input from a pipe\n");
    }

    /** Else the first file that Java opens would become its standard input, and its bytes the program's. */
    @Test
    void readsNothingWhereStandardInputIsClosed() throws Exception {
        Path launcher = Folders.installation(folder.resolve("app"), jar);

        Launch.Result result = new Launch(launcher)
                .through(List.of("bash", "-c", "exec \"$0\" \"$@\" <&-"))
                .run();

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("\ninput \n");
    }

    /** As the habit is with scripts whose permissions were lost; on Debian sh is no bash. */
    @Test
    void startsByShToo() throws Exception {
        Path launcher = Folders.installation(folder.resolve("an app"), jar);

        Launch.Result result = new Launch(launcher)
                .through(List.of("sh"))
                .arguments("two words", "*")
                .run();

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("arguments two words|*\n");
    }

    @Test
    void isFoundThroughChainsOfLinksAndFoldersWithBlanks() throws Exception {
        Path launcher = Folders.installation(folder.resolve("an app (1)"), jar);
        Files.createDirectories(folder.resolve("other place"));
        Path absolute = Files.createSymbolicLink(folder.resolve("other place/absolute link"), launcher);
        Path relative = Files.createSymbolicLink(folder.resolve("relative"), folder.relativize(absolute));

        Launch.Result result =
                new Launch(relative).arguments("two words", "*", "").run();

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("arguments two words|*|\n");
    }

    @Test
    void passesJavaOptionsOn() throws Exception {
        Path launcher = Folders.installation(folder.resolve("app"), jar);

        Launch.Result result = new Launch(launcher)
                .with("RECSYS_EVAL_JAVA_OPTS", "-Xmx99m -XX:+UseParallelGC  -Dword=*")
                .run();

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("-Xmx99m", "-XX:+UseParallelGC", "-Dword=*")
                .doesNotContain("UseSerialGC");
    }

    /** After exec it would be the JVM's 1, which is an internal error; run has no other code, as the Go tool. */
    @ParameterizedTest
    @CsvSource({
        "-Xmx4gg, report, 64, -Xmx4gg",
        "-Xms2g -Xmx1g, report, 64, heap size",
        "-XX:MaxRAMPercentage=x, --quiet validate, 64, MaxRAMPercentage=x",
        "no.such.Class, '', 64, no.such.Class",
        "-Xmx4gg, --quiet run, 1, -Xmx4gg",
    })
    void saysInOneSentenceThatJavaDoesNotStartWithOptions(String options, String command, int exitCode, String why)
            throws Exception {
        Path launcher = Folders.installation(folder.resolve("app"), jar);

        Launch.Result result = new Launch(launcher)
                .with("RECSYS_EVAL_JAVA_OPTS", options)
                .arguments(command.split(" "))
                .run();

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.out()).isEmpty();
        assertThat(result.errorLines())
                .singleElement()
                .asString()
                .startsWith("recsys-eval: Java does not start with RECSYS_EVAL_JAVA_OPTS=" + options + ": ")
                .contains(why);
    }

    /** A debugger's agent that waits for somebody would wait in a check beforehand, and nobody see it: its failure is the JVM's. */
    @Test
    void agentsAreLeftToTheProgram() throws Exception {
        Path launcher = Folders.installation(folder.resolve("app"), jar);

        Launch.Result result = new Launch(launcher)
                .with("RECSYS_EVAL_JAVA_OPTS", "-agentlib:no-such-agent")
                .run();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("no-such-agent").doesNotContain("RECSYS_EVAL_JAVA_OPTS");
    }

    /** A heap that is limited in other ways must not be smaller than the one the launcher would begin with. */
    @ParameterizedTest
    @CsvSource({
        "JAVA_TOOL_OPTIONS, -Xmx64m",
        "_JAVA_OPTIONS, -Xmx64m",
        "RECSYS_EVAL_JAVA_OPTS, -XX:MaxHeapSize=64m",
        "RECSYS_EVAL_JAVA_OPTS, -XX:MaxRAMPercentage=1",
    })
    void startsInAHeapThatIsLimitedElsewhere(String variable, String limit) throws Exception {
        Path launcher = Folders.installation(folder.resolve("app"), jar);

        Launch.Result result = new Launch(launcher).with(variable, limit).run();

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).doesNotContain("-Xms");
    }

    @Test
    void saysInOneSentenceThatThereIsNoJava() throws Exception {
        Path launcher = Folders.installation(folder.resolve("app"), jar);

        Launch.Result result = new Launch(launcher)
                .without("JAVA_HOME")
                .with("PATH", Folders.toolsOnly(folder.resolve("tools")))
                .run();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errorLines())
                .singleElement()
                .asString()
                .startsWith("recsys-eval: no Java found; install Java 17");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void saysInOneSentenceThatTheJavaOnThePathIsTooOld() throws Exception {
        Path launcher = Folders.installation(folder.resolve("app"), jar);
        Path tools = Folders.toolsOnly(folder.resolve("tools"));
        Folders.script(tools.resolve("java"), "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

        Launch.Result result =
                new Launch(launcher).without("JAVA_HOME").with("PATH", tools).run();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errorLines())
                .singleElement()
                .asString()
                .startsWith("recsys-eval: Java 17 or newer is needed, but ")
                .contains("version 11.0.2");
    }

    @Test
    void readsTheVersionOfAnOldJavaWithoutStartingIt() throws Exception {
        Path launcher = Folders.installation(folder.resolve("app"), jar);
        Path javaHome = folder.resolve("old java");
        Path started = folder.resolve("started");
        Folders.script(javaHome.resolve("bin/java"), "touch '" + started + "'");
        Files.writeString(javaHome.resolve("release"), "JAVA_VERSION=\"1.8.0_302\"\nOS_ARCH=\"amd64\"\n");

        Launch.Result result = new Launch(launcher).with("JAVA_HOME", javaHome).run();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errorLines()).singleElement().asString().contains("version 1.8.0_302");
        assertThat(started).doesNotExist();
    }

    @Test
    void keepsAnArchiveBesideTheJarAndRenewsItWithTheJar() throws Exception {
        Path home = folder.resolve("app");
        Path launcher = Folders.installationWithArchive(home, jar);
        Path lib = home.resolve("lib");

        assertThat(new Launch(launcher).run().out()).doesNotContain("rehearsed", "SharedArchiveFile");
        Path first = awaitArchive(lib, "0123456789abcdef");
        Launch.Result second = new Launch(launcher).run();
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("-XX:SharedArchiveFile=" + first.toRealPath());

        Files.writeString(lib.resolve("recsys-eval.jar.sha256"), "fedcba9876543210fedcba9876543210");
        Files.setLastModifiedTime(lib.resolve("recsys-eval.jar"), FileTime.from(Instant.now()));
        assertThat(new Launch(launcher).run().out()).doesNotContain("SharedArchiveFile");
        awaitArchive(lib, "fedcba9876543210");
        assertThat(first).doesNotExist();
    }

    @Test
    void runsFromFoldersThatCannotBeWrittenAndKeepsTheArchiveInTheCacheFolder() throws Exception {
        open(folder);
        Path home = folder.resolve("app");
        Path launcher = Folders.installationWithArchive(home, jar);
        open(home);
        for (String part : List.of("bin", "lib")) {
            Files.setPosixFilePermissions(home.resolve(part), PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        Path cache = Files.createDirectories(folder.resolve("cache"));
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));

        Launch.Result homeless = asNobody(new Launch(launcher)).run();
        Launch.Result first =
                asNobody(new Launch(launcher).with("XDG_CACHE_HOME", cache)).run();

        assertThat(List.of(homeless.err(), first.err())).containsOnly("");
        assertThat(List.of(homeless.exitCode(), first.exitCode())).containsOnly(0);
        awaitArchive(cache.resolve("recsys-eval"), "0123456789abcdef");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache.resolve("recsys-eval"))))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            assertThat(files).hasSize(2);
        }
    }

    /** Root may write anywhere, so that root has to become somebody else to meet a folder that cannot be written. */
    private static Launch asNobody(Launch launch) {
        if (!System.getProperty("user.name").equals("root")) {
            return launch;
        }
        Path setpriv = Path.of("/usr/bin/setpriv");
        assumeTrue(Files.isExecutable(setpriv), "root cannot become another user here");
        return launch.through(
                List.of(setpriv.toString(), "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--"));
    }

    private static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The archive is made behind the first run; its note {@code .for} is written last, then the lock goes. */
    private static Path awaitArchive(Path folder, String checksum) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    var note = files.filter(f -> f.toString().contains(checksum)
                                    && f.toString().endsWith(".jsa.for"))
                            .findFirst();
                    String name = note.map(Path::toString).orElse("");
                    Path archive = Path.of(name.replaceFirst("\\.for$", ""));
                    if (note.isPresent() && Files.notExists(Path.of(archive + ".lock"))) {
                        assertThat(archive).isRegularFile();
                        return archive;
                    }
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no archive in " + folder);
    }
}
