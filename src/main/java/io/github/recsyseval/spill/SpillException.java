package io.github.recsyseval.spill;

/** Temporary files that cannot be made, written or read. The message is one sentence for the user. */
public final class SpillException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SpillException(String message) {
        super(message);
    }

    SpillException(String message, Throwable cause) {
        super(message, cause);
    }
}
