package io.github.recsyseval.sample;

/** A sample was asked for that cannot be made; the message is one sentence for the user. */
public final class SampleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public SampleException(String message) {
        super(message);
    }
}
