package io.github.recsyseval.cli;

import io.github.recsyseval.testing.Cli;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Runs command lines inside the test's own process. */
public final class Run {
    private Run() {}

    /** Runs one command line without standard input. */
    public static Cli of(String... args) {
        return with("", args);
    }

    /** Runs one command line with {@code input} as standard input. */
    public static Cli with(String input, String... args) {
        return with(input.getBytes(StandardCharsets.UTF_8), args);
    }

    /** Runs one command line with {@code input} as standard input. */
    public static Cli with(byte[] input, String... args) {
        return with(Map.of(), input, args);
    }

    /** Runs one command line in an environment. */
    public static Cli with(Map<String, String> environment, byte[] input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(new ByteArrayInputStream(input), out, messages, environment, UnaryOperator.identity());
        int exitCode = RecsysEval.run(terminal, args);
        return new Cli(exitCode, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }
}
