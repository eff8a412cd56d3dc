package io.github.recsyseval.cli;

import io.github.recsyseval.report.RunInfo;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What surrounds a run, so that tests can bring their own. Results go to {@code out}, messages to {@code err}.
 *
 * @param environment the environment variables
 * @param stamp has the last word on when, by which build and how fast a report was made
 */
record Terminal(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Map<String, String> environment,
        UnaryOperator<RunInfo> stamp) {
    Terminal(InputStream in, OutputStream out, PrintStream err) {
        this(in, out, err, System.getenv(), UnaryOperator.identity());
    }

    /** The streams of this process. */
    static Terminal standard() {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Terminal(System.in, new FileOutputStream(FileDescriptor.out), err);
    }
}
