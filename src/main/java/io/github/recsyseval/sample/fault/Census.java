package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.Booked;
import io.github.recsyseval.sample.log.LoggedExposure;
import io.github.recsyseval.sample.log.OutcomeClass;
import io.github.recsyseval.sample.log.SessionBooks;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * How a fault is counted once all faults are planted: members of the base that carry its trace <em>and</em> still show it. A second
 * generated id whose line was damaged afterwards, say, counts as damage alone.
 */
public record Census(Base base, BiPredicate<SessionBooks, Booked> evidence) {

    static Census of(Base base) {
        return new Census(base, (books, line) -> true);
    }

    /** Valid outcomes that join nothing though the list they came from is there, under another id. */
    static Census unmatchedThoughLogged() {
        return new Census(
                Base.VALID_OUTCOMES,
                (books, line) -> line instanceof Booked.Outcome outcome
                        && outcome.outcomeClass() == OutcomeClass.UNMATCHED
                        && books.kept(outcome.line().servedId()).isPresent());
    }

    static Census outcomes(Base base, OutcomeClass outcomeClass) {
        return new Census(
                base,
                (books, line) -> line instanceof Booked.Outcome outcome && outcome.outcomeClass() == outcomeClass);
    }

    static Census exposures(Booked.Role role) {
        return new Census(
                Base.VALID_EXPOSURES,
                (books, line) -> line instanceof Booked.Exposure exposure && exposure.role() == role);
    }

    static Census exposuresThat(Predicate<LoggedExposure> evidence) {
        return new Census(
                Base.EXPOSURES,
                (books, line) -> line instanceof Booked.Exposure exposure && evidence.test(exposure.line()));
    }

    /** Distinct exposures beside which another one of the same request is there that stands to it in this relation. */
    static Census beside(BiPredicate<LoggedExposure, LoggedExposure> relation) {
        return new Census(
                Base.EXPOSURES,
                (books, line) -> line instanceof Booked.Exposure exposure
                        && books.exposures().stream()
                                .filter(other -> other.kept()
                                        && other.line().visit()
                                                == exposure.line().visit())
                                .anyMatch(other -> relation.test(exposure.line(), other.line())));
    }
}
