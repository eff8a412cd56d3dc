package io.github.recsyseval.reference;

/** What a file or an option of {@code run} asks for cannot be done. The message is one sentence for the user: what, where, what to do. */
public final class ReferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReferenceException(String message) {
        super(message);
    }
}
