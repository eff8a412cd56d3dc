package io.github.recsyseval.cli;

/** A command line that cannot be carried out. The message is one sentence for the user. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
