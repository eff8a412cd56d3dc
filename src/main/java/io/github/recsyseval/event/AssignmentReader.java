package io.github.recsyseval.event;

import tools.jackson.core.JsonParser;

/** Reads assignment.v1 lines. One instance serves one thread. */
public final class AssignmentReader extends LineReader {
    private static final int EXPERIMENT = 1;
    private static final int VARIANT = 1 << 1;
    private static final int REQUEST = 1 << 2;
    private static final int USER = 1 << 3;
    private static final int TIME = 1 << 4;
    private static final int CONTEXT = 1 << 5;
    private static final int REQUIRED = EXPERIMENT | VARIANT | REQUEST | USER | TIME;

    private final StringPool pool = new StringPool();
    private final AssignmentScanner scanner = new AssignmentScanner();
    private Assignment assignment = new Assignment();

    /** Reads {@code line[from, to)} into {@code assignment}, which is overwritten whatever the answer. */
    public Reading read(byte[] line, int from, int to, Assignment assignment) {
        return scanner.scan(line, from, to, assignment) == to ? Reading.PLAIN : parse(line, from, to, assignment);
    }

    /**
     * Reads the line that begins at {@code from} if it is {@link Reading#PLAIN} and quickly seen to be, and returns where it ends: at
     * its newline or at {@code to}. Otherwise -1: {@link #read} can say more.
     */
    public int readPlain(byte[] text, int from, int to, Assignment assignment) {
        return scanner.scan(text, from, to, assignment);
    }

    /** As {@link #read}, without the scanner. */
    Reading parse(byte[] line, int from, int to, Assignment assignment) {
        this.assignment = assignment;
        return parse(line, from, to);
    }

    @Override
    void clear() {
        assignment.clear();
    }

    @Override
    int required() {
        return REQUIRED;
    }

    @Override
    void field(String name, JsonParser json) {
        switch (name) {
            case "experiment_id" -> {
                first(EXPERIMENT);
                assignment.experiment = id(json) ? pool.canonical(json.getString()) : "";
            }
            case "variant" -> {
                first(VARIANT);
                assignment.variant = id(json) ? pool.canonical(json.getString()) : "";
            }
            case "request_id" -> {
                first(REQUEST);
                assignment.hasRequestId = id(json);
                if (assignment.hasRequestId) {
                    assignment.requestFirst = id().first();
                    assignment.requestSecond = id().second();
                }
            }
            case "user_id" -> {
                first(USER);
                assignment.user = id(json) ? id().first() : 0;
            }
            case "ts" -> {
                first(TIME);
                assignment.timestamp = timestamp(json);
            }
            case "context" -> {
                first(CONTEXT);
                context(json);
            }
            default -> unknown(json);
        }
    }

    @Override
    void finish() {}
}
