package io.github.recsyseval.joined;

/** What one line of the joined file stands for. */
public enum Layout {
    /** One evaluated exposure with an array of its outcomes, which may be empty. */
    EXPOSURE,
    /** One outcome that counts, with its exposure. */
    OUTCOME
}
