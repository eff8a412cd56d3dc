package io.github.recsyseval.evaluation;

/**
 * What the user says about the data that no log says itself. It changes no figure; it stands beside those it qualifies.
 *
 * @param exposureMeans {@code rendered} (the user's device drew the list), {@code served} (it was sent), or {@link #UNDECLARED}
 * @param valueUnit what {@code value} of outcomes is counted in, for example EUR
 * @param latencyMeasuredAt {@code client} or {@code server}
 */
public record DeclaredMeaning(String exposureMeans, String valueUnit, String latencyMeasuredAt) {
    public static final String UNDECLARED = "undeclared";

    /** Nothing is said. */
    public static final DeclaredMeaning NONE = new DeclaredMeaning(UNDECLARED, UNDECLARED, UNDECLARED);
}
