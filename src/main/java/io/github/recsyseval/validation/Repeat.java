package io.github.recsyseval.validation;

/** What a record is to those before it. */
enum Repeat {
    FIRST,
    /** Equal in every field to an earlier one. */
    IDENTICAL,
    /** Has the request id of an earlier one and says something else. */
    CONFLICTING,
    /** Not known before all records have been read. */
    OPEN
}
