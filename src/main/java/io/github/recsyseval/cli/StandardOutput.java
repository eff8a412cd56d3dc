package io.github.recsyseval.cli;

import java.io.IOException;

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
        String message = String.valueOf(failed.getMessage());
        return message.contains("Broken pipe") || message.contains("pipe")
                ? new ClosedPipeException(failed)
                : new OutputException("cannot write to standard output: " + message, failed);
    }
}
