package io.github.recsyseval.cli;

import java.io.IOException;
import java.util.Locale;

/** Writing results to standard output, which may be a pipe that somebody closes. */
final class StandardOutput {
    private StandardOutput() {}

    static void write(Terminal terminal, byte[] bytes) {
        try {
            terminal.out().write(bytes);
            terminal.out().flush();
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /** What a failure to write means: the reader has gone, or there is no room. */
    static RuntimeException failure(IOException failed) {
        return isClosedPipe(failed)
                ? new ClosedPipeException(failed)
                : new OutputException("cannot write to standard output: " + failed.getMessage(), failed);
    }

    /** Whether a write failed because nobody reads any more. */
    static boolean isClosedPipe(IOException failed) {
        return String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
