package io.github.recsyseval.experiment;

/** The data does not have what the plan names, or more than it can choose from. The message is a sentence for the user. */
public final class ExperimentException extends IllegalArgumentException {

    public ExperimentException(String message) {
        super(message);
    }
}
