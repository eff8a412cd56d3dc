package io.github.recsyseval.metric;

/** A metric that does not exist, or not like that. The message is a sentence for the user. */
public final class InvalidMetricException extends IllegalArgumentException {

    public InvalidMetricException(String message) {
        super(message);
    }
}
