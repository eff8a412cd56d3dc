package io.github.recsyseval.mapping;

/** A map that makes no sense. The message is a sentence without the place, which {@link #line} tells. */
public final class InvalidMapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    InvalidMapException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line of the file, from 1; 0 when it is about no line. */
    public int line() {
        return line;
    }
}
