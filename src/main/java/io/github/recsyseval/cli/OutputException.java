package io.github.recsyseval.cli;

import java.io.IOException;

/** An output that cannot be written. The message is one sentence for the user. */
final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputException(String message, IOException cause) {
        super(message, cause);
    }
}
