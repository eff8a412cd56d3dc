package io.github.recsyseval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every block marked {@code bash} in the README and in docs works when pasted: it runs in a folder that has only {@code testdata}
 * in it and, as anybody's own logs, {@code logs} with the files of {@code testdata/clean}. It must end with 0, or with N where its last line is {@code # exit code N}. Blocks that need Maven or are
 * not meant to be run are not marked {@code bash}, but for the README's test command.
 */
@DisabledOnOs(OS.WINDOWS)
class DocExamplesTest {
    @TempDir
    private Path folder;

    record Example(String file, int line, String script) {
        @Override
        public String toString() {
            return file + ":" + line;
        }

        int exitCode() {
            String marker = "# exit code ";
            int at = script.lastIndexOf(marker);
            return at < 0
                    ? 0
                    : Integer.parseInt(script.substring(at + marker.length()).strip());
        }
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            List<Path> pages =
                    new ArrayList<>(docs.filter(page -> page.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            pages.add(0, Path.of("README.md"));
            for (Path page : pages) {
                collect(page, examples);
            }
        }
        return examples.stream().filter(example -> !example.script().startsWith("mvn "));
    }

    private static void collect(Path page, List<Example> examples) throws IOException {
        List<String> lines = Files.readAllLines(page);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("```bash")) {
                int start = i + 1;
                StringBuilder script = new StringBuilder();
                while (!lines.get(++i).strip().equals("```")) {
                    script.append(lines.get(i)).append('\n');
                }
                examples.add(new Example(page.toString(), start, script.toString()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void worksWhenPasted(Example example) throws IOException, InterruptedException {
        Files.createSymbolicLink(folder.resolve("testdata"), Path.of("testdata").toAbsolutePath());
        Files.createSymbolicLink(
                folder.resolve("logs"), Path.of("testdata/clean").toAbsolutePath());
        Files.createDirectories(folder.resolve("bin"));
        Path program = Files.writeString(folder.resolve("bin/recsys-eval"), program());
        assertThat(program.toFile().setExecutable(true)).isTrue();
        File log = folder.resolve("log").toFile();
        ProcessBuilder bash = new ProcessBuilder("bash", "-eu", "-c", example.script())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        bash.environment().put("PATH", folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        bash.environment().remove("RECSYS_EVAL_JAVA_OPTS");
        Process process = bash.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log.toPath())).isEqualTo(example.exitCode());
    }

    private static String program() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return "#!/bin/sh\nexec '" + java + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '"
                + System.getProperty("java.class.path") + "' io.github.recsyseval.Main \"$@\"\n";
    }
}
