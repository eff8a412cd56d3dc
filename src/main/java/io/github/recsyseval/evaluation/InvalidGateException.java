package io.github.recsyseval.evaluation;

/** A gate that cannot be understood. The message is a sentence for the user. */
public final class InvalidGateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidGateException(String message) {
        super(message);
    }
}
