package io.github.recsyseval.sample.log;

import io.github.recsyseval.sample.world.Session;
import io.github.recsyseval.sample.world.User;
import io.github.recsyseval.sample.world.Visit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * All lines that one session leaves behind. Faults change, add and remove lines here; request ids never reach beyond a session, so the join
 * of a session is the join of the whole sample.
 */
public final class SessionLog {
    private final HonestLogger logger;
    private final Map<Long, Visit> visits = new HashMap<>();
    private final List<Long> order = new ArrayList<>();
    private final List<LoggedExposure> exposures = new ArrayList<>();
    private final List<LoggedOutcome> outcomes = new ArrayList<>();
    private final List<LoggedAssignment> assignments = new ArrayList<>();

    public SessionLog(Session session, HonestLogger logger) {
        this.logger = logger;
        for (Visit visit : session.visits()) {
            order.add(visit.number());
            add(visit);
        }
    }

    /** Logs one more request, honestly. */
    public void add(Visit visit) {
        visits.put(visit.number(), visit);
        exposures.add(logger.exposure(visit));
        outcomes.addAll(logger.outcomes(visit));
        assignments.add(logger.assignment(visit));
    }

    public HonestLogger logger() {
        return logger;
    }

    /** The requests of the session itself, in order of time, without any that were added. */
    public List<Visit> visits() {
        return order.stream().map(this::visit).toList();
    }

    /** What truly happened at the request a line belongs to. */
    public Visit visit(long number) {
        Visit visit = visits.get(number);
        if (visit == null) {
            throw new IllegalArgumentException("no request " + number + " in this session");
        }
        return visit;
    }

    public User user(LogRecord line) {
        return visit(line.visit()).user();
    }

    public List<LoggedExposure> exposures() {
        return Collections.unmodifiableList(exposures);
    }

    public List<LoggedOutcome> outcomes() {
        return Collections.unmodifiableList(outcomes);
    }

    public List<LoggedAssignment> assignments() {
        return Collections.unmodifiableList(assignments);
    }

    public void add(LoggedExposure line) {
        exposures.add(line);
    }

    public void add(LoggedOutcome line) {
        outcomes.add(line);
    }

    public void changeExposures(UnaryOperator<LoggedExposure> change) {
        exposures.replaceAll(change);
    }

    public void changeOutcomes(UnaryOperator<LoggedOutcome> change) {
        outcomes.replaceAll(change);
    }

    public void changeAssignments(UnaryOperator<LoggedAssignment> change) {
        assignments.replaceAll(change);
    }

    public void removeExposures(Predicate<LoggedExposure> which) {
        exposures.removeIf(which);
    }

    public void removeOutcomes(Predicate<LoggedOutcome> which) {
        outcomes.removeIf(which);
    }
}
