package io.github.recsyseval.source;

/** An input that is missing, unreadable, corrupt or of another contract. The message is one sentence for the user. */
public final class InputException extends RuntimeException {
    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
