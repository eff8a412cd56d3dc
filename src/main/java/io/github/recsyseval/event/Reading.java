package io.github.recsyseval.event;

/** What a reader can say of a line by itself. The schema library has the last word on everything but {@link #PLAIN}. */
public enum Reading {
    /** The line has the contract's common shape: the schema accepts it, and every field has been read. */
    PLAIN,
    /** The line is JSON and its fields have been read as far as they go, but only the schema can say whether it is valid. */
    UNSURE,
    /** The line is not a JSON object; no field can be relied on. */
    NOT_A_RECORD
}
