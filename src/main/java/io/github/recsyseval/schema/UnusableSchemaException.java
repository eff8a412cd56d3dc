package io.github.recsyseval.schema;

/** A schema that cannot be used; the message says in one sentence which and why. */
public final class UnusableSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of mistake it is, for the exit code. */
    public enum Reason {
        /** No schema of that name. */
        UNKNOWN,
        /** The file is missing or cannot be read. */
        UNREADABLE,
        /** The file was read and is not a usable JSON Schema. */
        BROKEN
    }

    private final Reason reason;

    UnusableSchemaException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
