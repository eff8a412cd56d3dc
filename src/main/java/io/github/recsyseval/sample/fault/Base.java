package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.Booked;
import io.github.recsyseval.sample.log.SessionBooks;
import java.util.function.Function;
import java.util.stream.Stream;

/** The divisor of a true share. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
public enum Base {
    VALID_OUTCOMES(
            "valid outcomes",
            books -> outcomes(books).filter(outcome -> outcome.line().valid())),
    PARSED_OUTCOMES(
            "outcome lines that are JSON",
            books -> outcomes(books).filter(outcome -> outcome.line().parses())),
    JOINED_OUTCOMES(
            "valid outcomes whose request_id matches an exposure",
            books -> outcomes(books).filter(Booked.Outcome::joined)),
    JOINED_CLICKS(
            "valid clicks whose request_id matches an exposure",
            books -> outcomes(books)
                    .filter(outcome -> outcome.joined() && outcome.line().isClick())),
    VALID_CONVERSIONS(
            "valid conversions",
            books -> outcomes(books)
                    .filter(outcome -> outcome.line().valid() && outcome.line().isConversion())),
    VALID_EXPOSURES(
            "valid exposure lines",
            books -> exposures(books).filter(exposure -> exposure.line().valid())),
    EXPOSURES("distinct exposures", books -> exposures(books).filter(Booked.Exposure::kept)),
    LISTS(
            "distinct exposures with items",
            books -> exposures(books)
                    .filter(exposure -> exposure.kept() && !exposure.line().empty())),
    LINES("lines of the three files, blank ones aside", Base::lines),
    /** Counted by the files themselves. */
    FILES("files", books -> Stream.empty());

    private final String label;
    private final Function<SessionBooks, Stream<? extends Booked>> members;

    Base(String label, Function<SessionBooks, Stream<? extends Booked>> members) {
        this.label = label;
        this.members = members;
    }

    public String label() {
        return label;
    }

    public Stream<? extends Booked> members(SessionBooks books) {
        return members.apply(books);
    }

    private static Stream<Booked.Outcome> outcomes(SessionBooks books) {
        return books.outcomes().stream();
    }

    private static Stream<Booked.Exposure> exposures(SessionBooks books) {
        return books.exposures().stream();
    }

    private static Stream<Booked> lines(SessionBooks books) {
        return Stream.of(books.exposures(), books.outcomes(), books.assignments())
                .flatMap(lines -> lines.stream());
    }
}
