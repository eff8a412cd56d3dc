package io.github.recsyseval.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One start of the launcher in a clean environment: built up, started, awaited. */
final class Launch {

    /** What a start left behind. */
    record Result(long pid, int exitCode, String out, String err) {

        List<String> errorLines() {
            return err.lines().toList();
        }
    }

    private static final long PATIENCE_SECONDS = 60;

    private final Path launcher;
    private final Map<String, String> environment = new TreeMap<>();
    private final List<String> prefix = new ArrayList<>();
    private List<String> arguments = List.of();
    private String input = "";

    /** With the Java of this test, the usual tools and no home folder. */
    Launch(Path launcher) {
        this.launcher = launcher;
        environment.put("PATH", System.getenv("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("LC_ALL", "C.UTF-8");
    }

    Launch with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    Launch without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** Starts as another user: the command line goes before that of the launcher. */
    Launch through(List<String> command) {
        prefix.addAll(command);
        return this;
    }

    Launch arguments(String... words) {
        arguments = List.of(words);
        return this;
    }

    Launch input(String text) {
        input = text;
        return this;
    }

    Result run() throws IOException, InterruptedException {
        return start().await();
    }

    Running start() throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(launcher.toString());
        command.addAll(arguments);
        Path out = Files.createTempFile("launch", ".out");
        Path err = Files.createTempFile("launch", ".err");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
        return new Running(process, out, err);
    }

    /** A launcher that has been started. */
    record Running(Process process, Path outFile, Path errFile) {

        Result await() throws InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("still running: " + text(errFile));
            }
            Result result = new Result(process.pid(), process.exitValue(), text(outFile), text(errFile));
            outFile.toFile().delete();
            errFile.toFile().delete();
            return result;
        }

        private static String text(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
