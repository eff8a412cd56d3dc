package io.github.recsyseval.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class CheckoutLauncherTest {

    private static final String BUILDING = "recsys-eval: building once (about a minute) ...";

    @TempDir
    static Path shared;

    private static Path jar;

    @TempDir
    Path folder;

    private Path home;
    private Path launcher;
    private Path builds;

    @BeforeAll
    static void buildProgram() throws IOException {
        jar = ProgramJar.build(shared);
    }

    @BeforeEach
    void layOutCheckout() throws IOException {
        home = folder.resolve("check out");
        launcher = Folders.checkout(home);
        builds = folder.resolve("builds");
    }

    @Test
    void buildsOnFirstUseWithOneLineAndLeavesTheInputToTheProgram() throws Exception {
        Launch.Result first = launch().input("for the program").run();
        Launch.Result second = launch().run();

        assertThat(first.errorLines()).containsExactly(BUILDING);
        assertThat(first.out()).contains("input for the program\n").doesNotContain("Maven");
        assertThat(second.err()).isEmpty();
        assertThat(second.exitCode()).isZero();
        assertThat(builds).content().isEqualTo("built\n");
    }

    @Test
    void usesTheArchiveFromTheVeryFirstRunOn() throws Exception {
        assertThat(launch().run().out())
                .contains("-XX:SharedArchiveFile=" + home.toRealPath() + "/target/recsys-eval-");
    }

    @Test
    void buildsOnceForParallelFirstUses() throws Exception {
        List<Launch.Running> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            running.add(launch().arguments("run", "" + i).start());
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < running.size(); i++) {
            Launch.Result result = running.get(i).await();
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out()).contains("arguments run|" + i + "\n");
            lines.addAll(result.errorLines());
        }
        assertThat(builds).content().isEqualTo("built\n");
        assertThat(lines).containsOnlyOnce(BUILDING);
    }

    @Test
    void buildsAgainWhenASourceOrSchemaChangedOrVanished() throws Exception {
        launch().run();
        Files.setLastModifiedTime(
                home.resolve("src/main/Source.java"),
                FileTime.from(Instant.now().plusSeconds(1)));
        Launch.Result changed = launch().run();

        assertThat(changed.errorLines()).singleElement().asString().contains("the sources have changed");
        assertThat(builds).content().isEqualTo("built\nbuilt\n");

        Files.delete(home.resolve("src/main/Source.java"));
        launch().run();
        assertThat(builds).content().isEqualTo("built\nbuilt\nbuilt\n");
    }

    @Test
    void buildsInTheCacheFolderWhenTheCheckoutCannotBeWritten() throws Exception {
        Files.writeString(home.resolve("target"), "a file, so that not even root can make a folder of this name");
        Path cache = folder.resolve("cache");

        Launch.Result first = launch().with("XDG_CACHE_HOME", cache).run();
        Launch.Result second = launch().with("XDG_CACHE_HOME", cache).run();
        Launch.Result homeless = launch().run();

        assertThat(first.errorLines()).containsExactly(BUILDING);
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("-XX:SharedArchiveFile=" + cache.toRealPath() + "/recsys-eval/build_");
        assertThat(homeless.errorLines()).singleElement().asString().contains("has to be built, but neither");
    }

    @Test
    void showsTheEndOfTheLogWhenTheBuildFails() throws Exception {
        Path maven = Folders.maven(folder.resolve("failing"), "seq 1 99; echo '[ERROR] no such symbol'; exit 1");

        Launch.Result result = launch().with("PATH", path(maven)).run();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.errorLines())
                .startsWith(BUILDING, "81")
                .endsWith(
                        "[ERROR] no such symbol",
                        "recsys-eval: the build failed; the whole log is " + home.toRealPath()
                                + "/target/launcher.log");
        assertThat(home.resolve("target/launcher.lock")).doesNotExist();
    }

    @Test
    void takesOverALockWhoseHolderDied() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(home.resolve("target/launcher.lock"));
        Files.writeString(home.resolve("target/launcher.lock/pid"), dead.pid() + "\n");

        Launch.Result result = launch().run();

        assertThat(result.errorLines()).containsExactly(BUILDING);
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void cleansUpWhenTheBuildIsInterrupted() throws Exception {
        Path begun = folder.resolve("begun");
        Path maven = Folders.maven(folder.resolve("slow"), "touch '" + begun + "'; exec sleep 60");
        Launch.Running running = launch().with("PATH", path(maven)).start();
        while (Files.notExists(begun)) {
            assertThat(running.process().isAlive()).isTrue();
            Thread.sleep(20);
        }

        List<ProcessHandle> children = running.process().descendants().toList();
        running.process().destroy();

        assertThat(running.await().exitCode()).isEqualTo(143);
        assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        try (Stream<Path> left = Files.list(home.resolve("target"))) {
            assertThat(left.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("launcher.log", "launcher.begun");
        }
    }

    @Test
    void saysInOneSentenceThatThereIsNoMaven() throws Exception {
        Launch.Result result = new Launch(launcher)
                .with("PATH", Folders.toolsOnly(folder.resolve("tools")))
                .run();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errorLines())
                .singleElement()
                .asString()
                .startsWith("recsys-eval: building from source needs Maven");
    }

    /** With a Maven that takes a moment, speaks on both streams, wants input, and notes that it was there. */
    private Launch launch() throws IOException {
        Path maven = folder.resolve("bin");
        if (Files.notExists(maven)) {
            String script = """
                    echo Maven speaks; echo Maven complains >&2; cat >/dev/null; sleep 0.3
                    mkdir -p "$build" && cp '%1$s' "$build/recsys-eval.jar"
                    cp '%1$s.sha256' "$build/recsys-eval.jar.sha256"; echo built >>'%2$s'
                    """;
            Folders.maven(maven, script.formatted(jar, builds));
        }
        return new Launch(launcher).with("PATH", path(maven));
    }

    private static String path(Path first) {
        return first + ":" + System.getenv("PATH");
    }
}
