package io.github.recsyseval.cli;

import io.github.recsyseval.report.RunInfo;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What surrounds a run, so that tests can bring their own. Results go to {@code out}, messages to {@code err}.
 *
 * @param environment the environment variables
 * @param stamp has the last word on when, by which build and how fast a report was made
 * @param colour whether results may be coloured
 * @param progress whether a person is watching {@code err}
 * @param screen whether a person is watching {@code out}
 */
record Terminal(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Map<String, String> environment,
        UnaryOperator<RunInfo> stamp,
        boolean colour,
        boolean progress,
        boolean screen) {
    Terminal(InputStream in, OutputStream out, PrintStream err) {
        this(in, out, err, System.getenv(), UnaryOperator.identity());
    }

    /** Streams that nobody watches. */
    Terminal(
            InputStream in,
            OutputStream out,
            PrintStream err,
            Map<String, String> environment,
            UnaryOperator<RunInfo> stamp) {
        this(in, out, err, environment, stamp, false, false);
    }

    /** Results that nobody watches. */
    Terminal(
            InputStream in,
            OutputStream out,
            PrintStream err,
            Map<String, String> environment,
            UnaryOperator<RunInfo> stamp,
            boolean colour,
            boolean progress) {
        this(in, out, err, environment, stamp, colour, progress, false);
    }

    /** The streams of this process. */
    static Terminal standard() {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Map<String, String> environment = System.getenv();
        return new Terminal(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                err,
                environment,
                UnaryOperator.identity(),
                allowsColour(environment) && isScreen(1),
                !isDumb(environment) && isScreen(2),
                isScreen(1));
    }

    /** Whether colour is welcome where results go to a screen: not under NO_COLOR (https://no-color.org), not on a dumb terminal. */
    static boolean allowsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb(environment);
    }

    private static boolean isDumb(Map<String, String> environment) {
        return "dumb".equals(environment.get("TERM"));
    }

    /**
     * Whether a file descriptor of this process is a terminal, as far as Linux tells; Java itself does not. Elsewhere nothing is taken
     * for a terminal: plain output is readable everywhere.
     */
    private static boolean isScreen(int descriptor) {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }
}
