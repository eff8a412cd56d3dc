package io.github.recsyseval.cli;

import java.io.IOException;

/** Whoever read standard output has gone, as in {@code | head}. Nothing is to be said about it. */
final class ClosedPipeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClosedPipeException(IOException cause) {
        super(cause);
    }
}
