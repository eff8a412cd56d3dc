package io.github.recsyseval.sample.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The join of one session's lines as they will be written: every line in exactly one class. */
public final class SessionBooks {
    /** The order of lines in a file. */
    public static final Comparator<LogRecord> FILE_ORDER =
            Comparator.comparingLong(LogRecord::arrivedMs).thenComparingLong(LogRecord::key);

    private final List<Booked.Exposure> exposures = new ArrayList<>();
    private final List<Booked.Outcome> outcomes = new ArrayList<>();
    private final List<Booked.Assignment> assignments = new ArrayList<>();
    private final Map<String, LoggedExposure> kept = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    public SessionBooks(SessionLog log) {
        log.exposures().stream()
                .sorted(FILE_ORDER)
                .forEach(line -> exposures.add(new Booked.Exposure(line, role(line))));
        log.outcomes().stream().sorted(FILE_ORDER).forEach(line -> outcomes.add(book(line)));
        log.assignments().stream().sorted(FILE_ORDER).forEach(line -> assignments.add(book(line)));
    }

    public List<Booked.Exposure> exposures() {
        return exposures;
    }

    public List<Booked.Outcome> outcomes() {
        return outcomes;
    }

    public List<Booked.Assignment> assignments() {
        return assignments;
    }

    /** The valid exposure that outcomes with this id join. */
    public Optional<LoggedExposure> kept(String requestId) {
        return Optional.ofNullable(kept.get(requestId));
    }

    private Booked.Role role(LoggedExposure line) {
        if (!line.valid()) {
            return Booked.Role.INVALID;
        }
        LoggedExposure first = kept.putIfAbsent(line.requestId(), line);
        if (first == null) {
            return Booked.Role.KEPT;
        }
        return first.json().equals(line.json()) ? Booked.Role.IDENTICAL : Booked.Role.CONFLICTING;
    }

    private Booked.Outcome book(LoggedOutcome line) {
        Optional<LoggedExposure> exposure =
                line.valid() ? Optional.ofNullable(kept.get(line.requestId())) : Optional.empty();
        boolean repeat = exposure.isPresent() && !seen.add(line.requestId() + ' ' + line.itemId() + ' ' + line.type());
        return new Booked.Outcome(line, classOf(line, exposure), exposure, repeat);
    }

    private static OutcomeClass classOf(LoggedOutcome line, Optional<LoggedExposure> exposure) {
        if (line.parses() && !line.namesRequest()) {
            return OutcomeClass.MISSING_REQUEST_ID;
        }
        if (!line.valid()) {
            return OutcomeClass.INVALID;
        }
        if (exposure.isEmpty()) {
            return OutcomeClass.UNMATCHED;
        }
        if (line.loggedMs() < exposure.get().loggedMs()) {
            return OutcomeClass.BEFORE_EXPOSURE;
        }
        return exposure.get().lists(line.itemId()) ? OutcomeClass.ATTRIBUTED : OutcomeClass.ITEM_NOT_SHOWN;
    }

    private Booked.Assignment book(LoggedAssignment line) {
        return new Booked.Assignment(line, line.valid() && kept.containsKey(line.requestId()));
    }
}
