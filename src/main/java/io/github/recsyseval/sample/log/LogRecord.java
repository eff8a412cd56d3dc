package io.github.recsyseval.sample.log;

import java.util.List;
import java.util.Optional;

/** A line to be written, before it is text. */
public sealed interface LogRecord permits LoggedExposure, LoggedOutcome, LoggedAssignment {
    /** Copies and reactions of one request are numbered below this. */
    int LINES_PER_REQUEST = 64;

    LogStream stream();

    /** The request it belongs to. */
    long visit();

    /** Tells apart the lines of one request in one stream, 0 .. 63. */
    int line();

    /** When it reaches the log, in milliseconds since 1970: the order of the file. */
    long arrivedMs();

    List<Mark> marks();

    /** The same line with one more trace; the traces of faults are in the order of planting. */
    LogRecord marked(Mark mark);

    /** The line as JSON, before damage to the line itself. */
    String json();

    /** A number that no other line of the stream has, whatever faults are planted. */
    default long key() {
        return visit() * LINES_PER_REQUEST + line();
    }

    default boolean touched(Part part) {
        return marks().stream().anyMatch(mark -> mark.part() == part);
    }

    default Optional<Mark> mark(String fault) {
        return marks().stream().filter(mark -> mark.fault().equals(fault)).findFirst();
    }

    /** Whether the line is JSON in UTF-8. */
    default boolean parses() {
        return !touched(Part.BYTES);
    }

    /** Whether the line matches its schema. */
    default boolean valid() {
        return parses() && !touched(Part.SCHEMA);
    }
}
