package io.github.recsyseval.spill;

/** Temporary files that cannot be made, written or read. The message is one sentence for the user. */
public final class SpillException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean tooManyFiles;

    SpillException(String message) {
        super(message);
        tooManyFiles = false;
    }

    SpillException(String message, Throwable cause) {
        super(message, cause);
        tooManyFiles = String.valueOf(cause.getMessage()).contains("Too many open files");
    }

    /** Whether the process may not have more files open, so that another folder would not help. */
    public boolean tooManyFiles() {
        return tooManyFiles;
    }
}
