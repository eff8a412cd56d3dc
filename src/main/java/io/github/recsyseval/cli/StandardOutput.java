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
            String message = String.valueOf(failed.getMessage());
            if (message.contains("Broken pipe") || message.contains("pipe")) {
                throw new ClosedPipeException(failed);
            }
            throw new OutputException("cannot write to standard output: " + message, failed);
        }
    }
}
