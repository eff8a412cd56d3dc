package io.github.recsyseval.trace;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.event.Exposure;
import io.github.recsyseval.join.AssignmentBooks;
import io.github.recsyseval.join.AssignmentClass;
import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.join.ExposureBatch;
import io.github.recsyseval.join.ExposureClass;
import io.github.recsyseval.join.ExposureSet;
import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RequestJoin;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The records found, in input order: outcomes and exposures of the traced requests, then what comes near, then assignments. They are
 * joined by {@link RequestJoin}, so that each has the class that the join of the whole logs gives it.
 */
final class Findings {
    /** So many records of a request are kept for showing; all of them take part in the join. */
    static final int MOST_RECORDS = 1_000;

    private static final int MOST_NEAR_MISSES = 100;

    /** What is kept of all requests together, in bytes of lines. */
    private static final long MOST_BYTES = 16L << 20;

    private static final int NOT_JOINED = -1;

    private final Map<RequestKey, String> ids;
    private final Attribution attribution;
    private final Map<RequestKey, Book> books = new LinkedHashMap<>();
    private final OutcomeIndex outcomes = new OutcomeIndex();
    private final AssignmentIndex assignments = new AssignmentIndex();
    private final ExposureSet exposures = new ExposureSet(0);
    private final ExposureBatch firsts = new ExposureBatch(0);
    private final Map<Contract, Fields> readers = new HashMap<>();
    private final NearMisses nearOutcomes = new NearMisses();
    private final NearMisses nearExposures = new NearMisses();
    private @Nullable AssignmentBooks assignmentBooks;
    private int indexed;
    private long bytesLeft = MOST_BYTES;

    /** What is kept of one request. */
    private static final class Book {
        private final List<Entry> entries = new ArrayList<>();
        private final List<TraceEvent> near = new ArrayList<>();
        private long entriesNotShown;
        private long nearNotShown;
        private long firstTime = Long.MAX_VALUE;
        private int assignments;
        private long invalidExposures;

        /** Why a record has no exposure: there is none, or none that is valid. */
        String unmatched(String reason) {
            return invalidExposures == 0
                    ? reason
                    : "no valid exposure has its request_id; " + invalidExposures
                            + (invalidExposures == 1 ? " invalid one does" : " invalid ones do");
        }

        private ExposureClass exposureClass = ExposureClass.WITHOUT_OUTCOME;
    }

    /**
     * A record of a request.
     *
     * @param number of a valid outcome, its number in the index; of a valid assignment, its number in the request; else
     *     {@link #NOT_JOINED}
     * @param seen of a valid exposure, what it was to those before it
     */
    private record Entry(FoundLine line, int number, ExposureSet.Seen seen) {}

    /** What the join found out about an outcome that is shown, by its number. */
    private record Joined(OutcomeClass is, double secondsAfter, int rank) {}

    private final Map<Integer, Joined> joined = new HashMap<>();

    /** The numbers of the outcomes that are kept for showing. */
    private final BitSet shownOutcomes = new BitSet();

    /** @param ids the traced requests with their ids */
    Findings(Attribution attribution, Map<RequestKey, String> ids) {
        this.attribution = attribution;
        this.ids = ids;
        ids.keySet().forEach(key -> books.put(key, new Book()));
    }

    /** Takes the next line found. */
    void add(FoundLine line) {
        Book book = line.request() == null ? null : books.get(line.request());
        if (book == null) {
            near(line);
            return;
        }
        int number = NOT_JOINED;
        ExposureSet.Seen seen = ExposureSet.Seen.FIRST;
        if (line.isValid()) {
            Fields fields = readers.computeIfAbsent(line.contract(), Fields::new);
            fields.read(line.text(), 0, line.text().length);
            switch (line.contract()) {
                case EXPOSURE -> seen = expose(fields.exposure());
                case OUTCOME -> {
                    number = indexed++;
                    outcomes.add(fields.outcome());
                }
                default -> {
                    number = book.assignments++;
                    assignments.add(fields.assignment());
                }
            }
            book.firstTime = Math.min(book.firstTime, line.time());
        } else if (line.contract() == Contract.EXPOSURE) {
            book.invalidExposures++;
        }
        if (book.entries.size() >= MOST_RECORDS || !isRoomFor(line)) {
            book.entriesNotShown++;
            return;
        }
        if (line.isValid()) {
            if (line.contract() == Contract.OUTCOME) {
                nearOutcomes.add(line);
            } else if (line.contract() == Contract.EXPOSURE && seen == ExposureSet.Seen.FIRST) {
                nearExposures.add(line);
            }
        }
        if (line.isValid() && line.contract() == Contract.OUTCOME) {
            shownOutcomes.set(number);
        }
        book.entries.add(new Entry(line, number, seen));
    }

    private boolean isRoomFor(FoundLine line) {
        bytesLeft -= line.text().length;
        return bytesLeft >= 0;
    }

    private ExposureSet.Seen expose(Exposure exposure) {
        ExposureSet.Seen seen = exposures.add(exposure.requestFirst, exposure.requestSecond, exposure.fingerprint);
        if (seen == ExposureSet.Seen.FIRST) {
            firsts.add(exposure, new int[0], false, 0);
        }
        return seen;
    }

    private void near(FoundLine line) {
        NearMisses targets = line.contract() == Contract.EXPOSURE ? nearOutcomes : nearExposures;
        for (FoundLine target : targets.of(line)) {
            Book book = books.get(target.request());
            if (book == null) {
                continue;
            }
            if (book.near.size() < MOST_NEAR_MISSES && isRoomFor(line)) {
                book.near.add(Events.near(line, target));
            } else {
                book.nearNotShown++;
            }
        }
    }

    /** What exposures can come near: the outcomes taken so far. */
    NearMisses nearOutcomes() {
        return nearOutcomes;
    }

    /** What outcomes can come near: the exposures taken so far. */
    NearMisses nearExposures() {
        return nearExposures;
    }

    /** Whether any record of a request was found. */
    boolean has(RequestKey request) {
        Book book = books.get(request);
        return book != null && book.entries.size() + book.entriesNotShown > 0;
    }

    /**
     * The requests of which anything was found.
     *
     * @param asked so many come first in the order in which they were asked for, the others by time
     */
    List<TracedRequest> requests(int asked) {
        join();
        List<RequestKey> keys = new ArrayList<>(books.keySet());
        keys.subList(Math.min(asked, keys.size()), keys.size())
                .sort(Comparator.comparing((RequestKey key) -> book(key).firstTime)
                        .thenComparing(key -> ids.getOrDefault(key, "")));
        return keys.stream().filter(this::has).map(this::request).toList();
    }

    private void join() {
        outcomes.build();
        assignments.build();
        firsts.find(assignments);
        RequestJoin join = new RequestJoin(outcomes, assignments, attribution, firsts.size());
        join.settle(firsts);
        join.side(this::joined).join(firsts);
        assignmentBooks = new AssignmentBooks(assignments);
        for (int row = 0; row < outcomes.size(); row++) {
            if (shownOutcomes.get(outcomes.source(row))) {
                joined.putIfAbsent(outcomes.source(row), new Joined(outcomes.outcomeClass(row), Double.NaN, 0));
            }
        }
    }

    private void joined(JoinedRequest request) {
        Book book = books.get(new RequestKey(request.idHigh(), request.idLow()));
        if (book != null && request.matchedOutcomes() > 0) {
            book.exposureClass = ExposureClass.JOINED;
        }
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            if (!shownOutcomes.get(outcomes.source(row))) {
                continue;
            }
            int position = request.slate().position(outcomes.item(row));
            joined.put(
                    outcomes.source(row),
                    new Joined(
                            outcomes.outcomeClass(row),
                            (outcomes.time(row) - request.timestamp()) / 1e6,
                            position == 0 ? 0 : request.slate().loggedRank(position)));
        }
    }

    private Book book(RequestKey key) {
        return Objects.requireNonNull(books.get(key));
    }

    private TracedRequest request(RequestKey key) {
        Book book = book(key);
        return new TracedRequest(
                ids.get(key),
                Events.inOrder(
                        book.entries.stream().map(entry -> event(entry, book)).toList()),
                book.entriesNotShown,
                Events.inOrder(book.near),
                book.nearNotShown);
    }

    private TraceEvent event(Entry entry, Book book) {
        FoundLine line = entry.line();
        if (!line.isValid()) {
            return Events.invalid(line);
        }
        return switch (line.contract()) {
            case EXPOSURE -> {
                ExposureClass is = switch (entry.seen()) {
                    case FIRST -> book.exposureClass;
                    case IDENTICAL -> ExposureClass.IDENTICAL_DUPLICATE;
                    case CONFLICTING -> ExposureClass.CONFLICTING_DUPLICATE;
                };
                yield Events.of(line, is.label(), is.reason(), Double.NaN, 0);
            }
            case OUTCOME -> {
                Joined is = Objects.requireNonNull(joined.get(entry.number()));
                String reason = is.is().reason();
                yield Events.of(
                        line,
                        is.is().label(),
                        is.is() == OutcomeClass.UNMATCHED ? book.unmatched(reason) : reason,
                        is.secondsAfter(),
                        is.rank());
            }
            default -> {
                RequestKey key = Objects.requireNonNull(line.request());
                int first = assignments.find(key.first(), key.second());
                AssignmentClass is = Objects.requireNonNull(assignmentBooks).of(first + entry.number());
                String reason = is == AssignmentClass.UNMATCHED ? book.unmatched(is.reason()) : is.reason();
                yield Events.of(line, is.label(), reason, Double.NaN, 0);
            }
        };
    }

    /** Records that name no request. */
    static TracedRequest withoutRequest(List<FoundLine> lines) {
        return new TracedRequest(
                null, Events.inOrder(lines.stream().map(Events::invalid).toList()), 0, List.of(), 0);
    }
}
