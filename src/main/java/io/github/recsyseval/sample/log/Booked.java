package io.github.recsyseval.sample.log;

import java.util.Optional;

/** A line with its place in the books. */
public sealed interface Booked {
    LogRecord line();

    /** What became of an exposure line. */
    enum Role {
        INVALID,
        /** The first valid line of its request id. */
        KEPT,
        /** Equal to the kept one in every field. */
        IDENTICAL,
        /** Under the id of the kept one, but different. */
        CONFLICTING
    }

    /** An exposure line and what became of it. */
    record Exposure(LoggedExposure line, Role role) implements Booked {
        public boolean kept() {
            return role == Role.KEPT;
        }
    }

    /**
     * An outcome line in its class.
     *
     * @param exposure the kept exposure of its request id, if it is valid and has one
     * @param repeat   whether an earlier joined outcome has the same request, item and type
     */
    record Outcome(LoggedOutcome line, OutcomeClass outcomeClass, Optional<LoggedExposure> exposure, boolean repeat)
            implements Booked {
        public boolean joined() {
            return outcomeClass.joined();
        }
    }

    /** An assignment line and whether it is valid and its request has an exposure. */
    record Assignment(LoggedAssignment line, boolean joined) implements Booked {}
}
