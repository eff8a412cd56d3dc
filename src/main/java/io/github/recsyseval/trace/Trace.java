package io.github.recsyseval.trace;

import io.github.recsyseval.diagnosis.Lookalikes;
import io.github.recsyseval.event.Contract;
import io.github.recsyseval.source.InputSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks up requests in the logs. First the requests of the users asked for are found; then every record of all requests, and with them
 * what comes near; outcomes are read again for what comes near an exposure. Memory is bounded by the number of requests and by what
 * is kept for showing; all that grows is the index of the outcomes and assignments of the traced requests.
 */
public final class Trace {
    /** A user's requests beyond this number are not traced. */
    static final int MOST_REQUESTS = 10_000;

    private static final int MOST_LOOKALIKES = 5;

    private final TraceQuery query;
    private final Map<RequestKey, String> requests = new LinkedHashMap<>();
    private final List<FoundLine> withoutRequest = new ArrayList<>();
    private final Set<Long> usersMet = new LinkedHashSet<>();
    private final Set<String> failures = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private boolean tooManyRequests;
    private long takenByBytes;
    private long unreadable;

    private Trace(TraceQuery query) {
        this.query = query;
        query.requestIds().forEach(id -> requests.put(RequestKey.of(id), id));
    }

    /**
     * Answers a query.
     *
     * @throws io.github.recsyseval.source.InputException for an input that cannot be used
     */
    public static TraceReport run(TraceQuery query) {
        try (RereadableInputs inputs = new RereadableInputs(query.read().standardInput(), query.temporary())) {
            return new Trace(query.with(
                            inputs.of(query.exposures()), inputs.of(query.outcomes()), inputs.of(query.assignments())))
                    .report();
        }
    }

    private TraceReport report() {
        query.userIds().forEach(this::findRequests);
        Findings findings = new Findings(query.attribution(), requests);
        readRecords(findings);
        List<TracedRequest> traced =
                new ArrayList<>(findings.requests(query.requestIds().size()));
        if (!withoutRequest.isEmpty()) {
            traced.add(Findings.withoutRequest(withoutRequest));
        }
        if (tooManyRequests) {
            notes.add("only the first " + MOST_REQUESTS + " requests of the user are shown");
        }
        List<NotFound> notFound = notFound(findings);
        noteUnreadable();
        return new TraceReport(
                TraceReport.SCHEMA,
                query.attribution().windowWords(),
                query.attribution().dedupe().words(),
                traced,
                notFound,
                notes,
                List.copyOf(failures));
    }

    private void noteUnreadable() {
        if (takenByBytes > 0) {
            notes.add(
                    (takenByBytes == 1 ? "one line is not a JSON object" : takenByBytes + " lines are not JSON objects")
                            + ": what is shown of " + (takenByBytes == 1 ? "it stands" : "them stands")
                            + " here because the id is a whole value in the line");
        }
        if (unreadable > 0) {
            notes.add((unreadable == 1
                            ? "one line of the inputs is not a JSON object"
                            : unreadable + " lines of the inputs are not JSON objects")
                    + ", and may be what is missing");
        }
    }

    /** Finds the requests that any record of the user names. */
    private void findRequests(String userId) {
        long user = RequestKey.shortHash(userId);
        for (Contract contract : List.of(Contract.EXPOSURE, Contract.OUTCOME, Contract.ASSIGNMENT)) {
            search(contract, List.of(userId), (fields, bytes, from, to) -> fields.user() == user, line -> {
                RequestKey request = line.request();
                if (line.user() != user) {
                    return; // The user's id stands in a line that is no JSON object.
                }
                usersMet.add(user);
                if (request == null) {
                    if (withoutRequest.size() < Findings.MOST_RECORDS) {
                        withoutRequest.add(line);
                    }
                } else if (requests.size() < MOST_REQUESTS || requests.containsKey(request)) {
                    requests.computeIfAbsent(request, added -> RecordJson.text(line.text(), "request_id"));
                } else {
                    tooManyRequests = true;
                }
            });
        }
    }

    private void readRecords(Findings findings) {
        Collection<String> ids = requests.values();
        search(Contract.OUTCOME, ids, this::isTraced, line -> take(line, findings));
        NearMisses nearOutcomes = findings.nearOutcomes();
        search(
                Contract.EXPOSURE,
                both(ids, nearOutcomes.userIds()),
                (fields, bytes, from, to) -> isTraced(fields, bytes, from, to) || nearOutcomes.isNear(fields),
                line -> take(line, findings));
        NearMisses nearExposures = findings.nearExposures();
        if (!nearExposures.isEmpty()) {
            search(
                    Contract.OUTCOME,
                    nearExposures.userIds(),
                    (fields, bytes, from, to) -> !isTraced(fields, bytes, from, to) && nearExposures.isNear(fields),
                    findings::add);
        }
        search(Contract.ASSIGNMENT, ids, this::isTraced, line -> take(line, findings));
    }

    private void take(FoundLine line, Findings findings) {
        takenByBytes += line.isRecord() || !requests.containsKey(line.request()) ? 0 : 1;
        findings.add(line);
    }

    private boolean isTraced(Fields fields, byte[] bytes, int from, int to) {
        RequestKey request = fields.request();
        return request != null && requests.containsKey(request);
    }

    private static Collection<String> both(Collection<String> some, Collection<String> others) {
        Set<String> both = new LinkedHashSet<>(some);
        both.addAll(others);
        return both;
    }

    private void search(
            Contract contract,
            Collection<String> ids,
            LineSearch.Wanted wanted,
            java.util.function.Consumer<FoundLine> found) {
        InputSet inputs = inputs(contract);
        failures.addAll(new Search(contract, inputs, query.read()).run(Needles.of(ids), wanted, found));
    }

    private InputSet inputs(Contract contract) {
        return switch (contract) {
            case EXPOSURE -> query.exposures();
            case OUTCOME -> query.outcomes();
            default -> query.assignments();
        };
    }

    private List<NotFound> notFound(Findings findings) {
        List<NotFound> missing = new ArrayList<>();
        for (String id : query.requestIds()) {
            if (!findings.has(RequestKey.of(id))) {
                missing.add(new NotFound(id, null, similar(id, "request_id")));
            }
        }
        for (String id : query.userIds()) {
            if (!usersMet.contains(RequestKey.shortHash(id))) {
                missing.add(new NotFound(null, id, similar(id, "user_id")));
            }
        }
        return missing;
    }

    private List<NotFound.SimilarId> similar(String id, String key) {
        Lookalikes lookalikes = new Lookalikes(id);
        Map<String, NotFound.SimilarId> similar = new LinkedHashMap<>();
        unreadable = 0;
        for (Contract contract : List.of(Contract.EXPOSURE, Contract.OUTCOME, Contract.ASSIGNMENT)) {
            Search search = new Search(contract, inputs(contract), query.read());
            search.run(
                    Needles.any(),
                    (fields, bytes, from, to) ->
                            lookalikes.in(bytes, from, to, key).isPresent(),
                    line -> lookalikes
                            .in(line.text(), 0, line.text().length, key)
                            .filter(found -> similar.size() < MOST_LOOKALIKES)
                            .ifPresent(found -> similar.putIfAbsent(
                                    found.id(),
                                    new NotFound.SimilarId(
                                            found.id(),
                                            found.likeness(),
                                            line.place().file(),
                                            line.place().line()))));
            unreadable += search.unreadable();
        }
        return List.copyOf(similar.values());
    }
}
