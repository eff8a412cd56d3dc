package io.github.recsyseval.cli;

import io.github.recsyseval.report.RunInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One command line, run in this process, with a fixed clock and build. */
record FixedRun(int exitCode, String out, String err) {
    /** For runs that are compared: the clock may strike between two. */
    static final RunInfo FIXED =
            new RunInfo("2026-11-21T00:00:00Z", "0.0.0", "0000000000000000000000000000000000000000", 1, 0.5);

    static FixedRun of(String... args) {
        return with(Map.of(), args);
    }

    static FixedRun with(Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                info -> FIXED);
        int exitCode = RecsysEval.run(terminal, args);
        return new FixedRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
