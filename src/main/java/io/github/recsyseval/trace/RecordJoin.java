package io.github.recsyseval.trace;

import io.github.recsyseval.event.Assignment;
import io.github.recsyseval.event.Exposure;
import io.github.recsyseval.event.Outcome;
import io.github.recsyseval.join.AssignmentBooks;
import io.github.recsyseval.join.AssignmentClass;
import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.join.ExposureBatch;
import io.github.recsyseval.join.ExposureSet;
import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.join.OrphanRule;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RequestJoin;
import io.github.recsyseval.join.Selection;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The valid records of the traced requests, joined by {@link RequestJoin}, so that each has the class that the join of the whole logs
 * gives it. To be filled in input order, then joined once, then asked.
 */
final class RecordJoin {
    private final Attribution attribution;
    private final OutcomeIndex outcomes = new OutcomeIndex();
    private final AssignmentIndex assignments = new AssignmentIndex();
    private final ExposureSet exposures = new ExposureSet(0);
    private final ExposureBatch firsts = new ExposureBatch(0);
    private final BitSet shown = new BitSet();
    private final Map<Integer, JoinedOutcome> joined = new HashMap<>();
    private final Set<RequestKey> withOutcome = new HashSet<>();
    private @Nullable AssignmentBooks assignmentBooks;
    private int numbered;

    /**
     * What the join found out about an outcome.
     *
     * @param secondsAfter its exposure; NaN without one
     * @param rank the logged one of its item; 0 without one
     */
    record JoinedOutcome(OutcomeClass is, double secondsAfter, int rank) {}

    RecordJoin(Attribution attribution) {
        this.attribution = attribution;
    }

    /** Takes an exposure and says what it is to those before it. */
    ExposureSet.Seen add(Exposure exposure) {
        ExposureSet.Seen seen = exposures.add(exposure.requestFirst, exposure.requestSecond, exposure.fingerprint);
        if (seen == ExposureSet.Seen.FIRST) {
            firsts.add(exposure, new int[0], Selection.EVALUATED, 0, 0);
        }
        return seen;
    }

    /** Takes an outcome and gives it a number, by which to ask for it. */
    int add(Outcome outcome) {
        outcomes.add(outcome);
        return numbered++;
    }

    void add(Assignment assignment) {
        assignments.add(assignment);
    }

    /** Outcomes that nobody will ask for, and there may be millions, are not kept one by one. */
    void willBeShown(int outcome) {
        shown.set(outcome);
    }

    void join() {
        outcomes.build(OrphanRule.KEEP_ALL);
        assignments.build(OrphanRule.KEEP_ALL);
        firsts.find(assignments);
        RequestJoin join = new RequestJoin(outcomes, assignments, attribution, firsts.size());
        join.settle(firsts);
        join.side(this::joined).join(firsts);
        assignmentBooks = new AssignmentBooks(assignments);
        for (int row = 0; row < outcomes.size(); row++) {
            if (shown.get(outcomes.source(row))) {
                joined.putIfAbsent(outcomes.source(row), new JoinedOutcome(outcomes.outcomeClass(row), Double.NaN, 0));
            }
        }
    }

    private void joined(JoinedRequest request) {
        if (request.matchedOutcomes() > 0) {
            withOutcome.add(new RequestKey(request.requestFirst(), request.requestSecond()));
        }
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            if (!shown.get(outcomes.source(row))) {
                continue;
            }
            int position = request.slate().position(outcomes.item(row));
            joined.put(
                    outcomes.source(row),
                    new JoinedOutcome(
                            outcomes.outcomeClass(row),
                            (outcomes.time(row) - request.timestamp()) / 1e6,
                            position == 0 ? 0 : request.slate().loggedRank(position)));
        }
    }

    /** Whether the exposure of a request has an outcome. */
    boolean hasOutcome(RequestKey request) {
        return withOutcome.contains(request);
    }

    /** @param number of one that will be shown */
    JoinedOutcome outcome(int number) {
        return Objects.requireNonNull(joined.get(number));
    }

    /** @param number counts the assignments of the request, in the order in which they were taken */
    AssignmentClass assignment(RequestKey request, int number) {
        int first = assignments.find(request.first(), request.second());
        return Objects.requireNonNull(assignmentBooks).of(first + number);
    }
}
