package io.github.recsyseval.cli;

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

/**
 * The surroundings of a run, so that tests can bring their own: the three standard streams, results going to {@code out} and
 * messages to {@code err}, and the environment.
 *
 * @param environment the environment variables
 * @param colour whether results may be coloured
 * @param progress whether a person is watching {@code err}
 */
record Terminal(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean colour,
        boolean progress) {

    /** Streams that nobody watches, without environment. */
    Terminal(InputStream in, OutputStream out, PrintStream err) {
        this(in, out, err, Map.of(), false, false);
    }

    /** The surroundings of this process. */
    static Terminal standard() {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Map<String, String> environment = System.getenv();
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                err,
                environment,
                !noColour && !dumb && isScreen(1),
                !dumb && isScreen(2));
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
