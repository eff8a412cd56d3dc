package io.github.recsyseval.event;

import java.util.List;

/** Scans assignment.v1 lines of the common shape. */
final class AssignmentScanner extends LineScanner {
    static final int EXPERIMENT = 1;
    static final int VARIANT = 1 << 1;
    static final int REQUEST = 1 << 2;
    static final int USER = 1 << 3;
    static final int TIME = 1 << 4;
    static final int CONTEXT = 1 << 5;
    static final FieldKeys FIELDS = new FieldKeys(
            EXPERIMENT | VARIANT | REQUEST | USER | TIME,
            new Key("experiment_id", EXPERIMENT),
            new Key("variant", VARIANT),
            new Key("request_id", REQUEST),
            new Key("user_id", USER),
            new Key("ts", TIME),
            new Key("context", CONTEXT));

    private Assignment assignment = new Assignment();
    private String text = "";

    AssignmentScanner() {
        super(FIELDS, new ContextNames(List.of()));
    }

    /** Reads the line at {@code from} into {@code assignment} and returns its end, or {@link #NO} when it is not of the common shape. */
    int scan(byte[] line, int from, int to, Assignment assignment) {
        this.assignment = assignment;
        assignment.clear();
        return scan(line, from, to);
    }

    @Override
    int value(int key, byte[] bytes, int at, int end) {
        return switch (key) {
            case EXPERIMENT -> {
                int next = pooled(bytes, at, end);
                assignment.experiment = text;
                yield next;
            }
            case VARIANT -> {
                int next = pooled(bytes, at, end);
                assignment.variant = text;
                yield next;
            }
            case REQUEST -> request(bytes, at, end);
            case USER -> {
                int next = id(bytes, at, end);
                assignment.user = hash.first();
                yield next;
            }
            case TIME -> {
                int next = time(bytes, at, end);
                assignment.timestamp = timestamp;
                yield next;
            }
            default -> context(bytes, at, end);
        };
    }

    private int request(byte[] bytes, int at, int end) {
        int next = id(bytes, at, end);
        assignment.hasRequestId = true;
        assignment.requestFirst = hash.first();
        assignment.requestSecond = hash.second();
        return next;
    }

    /** Reads a non-empty string of which there are few into {@link #text}. */
    private int pooled(byte[] bytes, int at, int end) {
        int quote = closingQuote(bytes, at, end);
        if (quote <= at + 1) {
            return NO;
        }
        text = pool.string(bytes, at + 1, quote, TextHash.of(bytes, at + 1, quote));
        return quote + 1;
    }
}
