package io.github.recsyseval.sample.log;

/**
 * What of a record a fault changes. A fault leaves alone what another one has changed before, so that every planted fault stays what it was.
 */
public enum Part {
    REQUEST_ID,
    USER_ID,
    ITEM,
    LIST,
    TIME,
    VALUE,
    LATENCY,
    CONTEXT,
    /** The record is additional: nothing in the world corresponds to it. */
    EXTRA,
    /** The line is JSON that the schema rejects. */
    SCHEMA,
    /** The line is no JSON in UTF-8. */
    BYTES
}
