package io.github.recsyseval.trace;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.join.AssignmentClass;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.join.ExposureClass;
import io.github.recsyseval.join.ExposureSet;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.text.Counted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The records found, in input order: outcomes and exposures of the traced requests, then what comes near, then assignments. All of them
 * are joined ({@link RecordJoin}); some of each request are kept for showing.
 */
final class Findings {
    /** So many records of a request are kept for showing; all of them take part in the join. */
    static final int MOST_RECORDS = 1_000;

    private static final int MOST_NEAR_MISSES = 100;

    /** What is kept of all requests together, in bytes of lines. */
    private static final long MOST_BYTES = 16L << 20;

    private static final int NOT_JOINED = -1;

    private final Map<RequestKey, String> ids;
    private final RecordJoin join;
    private final Map<RequestKey, Book> books = new LinkedHashMap<>();
    private final Map<Contract, Fields> readers = new HashMap<>();
    private final NearMisses nearOutcomes = new NearMisses();
    private final NearMisses nearExposures = new NearMisses();
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
                    : "no valid exposure has its request_id; "
                            + Counted.of(invalidExposures, "invalid one does", "invalid ones do");
        }
    }

    /**
     * A record of a request.
     *
     * @param number of a valid outcome, its number in the join; of a valid assignment, its number in the request; else
     *     {@link #NOT_JOINED}
     * @param seen of a valid exposure, what it was to those before it
     */
    private record Entry(FoundLine line, int number, ExposureSet.Seen seen) {}

    /** @param ids the traced requests with their ids */
    Findings(Attribution attribution, Map<RequestKey, String> ids) {
        join = new RecordJoin(attribution);
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
                case EXPOSURE -> seen = join.add(fields.exposure());
                case OUTCOME -> number = join.add(fields.outcome());
                default -> {
                    number = book.assignments++;
                    join.add(fields.assignment());
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
                join.willBeShown(number);
                nearOutcomes.add(line);
            } else if (line.contract() == Contract.EXPOSURE && seen == ExposureSet.Seen.FIRST) {
                nearExposures.add(line);
            }
        }
        book.entries.add(new Entry(line, number, seen));
    }

    private boolean isRoomFor(FoundLine line) {
        bytesLeft -= line.text().length;
        return bytesLeft >= 0;
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
        join.join();
        List<RequestKey> keys = new ArrayList<>(books.keySet());
        keys.subList(Math.min(asked, keys.size()), keys.size())
                .sort(Comparator.comparing((RequestKey key) -> book(key).firstTime)
                        .thenComparing(key -> ids.getOrDefault(key, "")));
        return keys.stream().filter(this::has).map(this::request).toList();
    }

    private Book book(RequestKey key) {
        return Objects.requireNonNull(books.get(key));
    }

    private TracedRequest request(RequestKey key) {
        Book book = book(key);
        return new TracedRequest(
                ids.get(key),
                Events.inOrder(book.entries.stream()
                        .map(entry -> event(key, entry, book))
                        .toList()),
                book.entriesNotShown,
                Events.inOrder(book.near),
                book.nearNotShown);
    }

    private TraceEvent event(RequestKey key, Entry entry, Book book) {
        FoundLine line = entry.line();
        if (!line.isValid()) {
            return Events.invalid(line);
        }
        return switch (line.contract()) {
            case EXPOSURE -> {
                ExposureClass is = switch (entry.seen()) {
                    case FIRST -> join.hasOutcome(key) ? ExposureClass.JOINED : ExposureClass.WITHOUT_OUTCOME;
                    case IDENTICAL -> ExposureClass.IDENTICAL_DUPLICATE;
                    case CONFLICTING -> ExposureClass.CONFLICTING_DUPLICATE;
                };
                yield Events.of(line, is.label(), is.reason(), Double.NaN, 0);
            }
            case OUTCOME -> {
                RecordJoin.JoinedOutcome is = join.outcome(entry.number());
                String reason = is.is().reason();
                yield Events.of(
                        line,
                        is.is().label(),
                        is.is() == OutcomeClass.UNMATCHED ? book.unmatched(reason) : reason,
                        is.secondsAfter(),
                        is.rank());
            }
            default -> {
                AssignmentClass is = join.assignment(key, entry.number());
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
