package io.github.recsyseval.event;

import static io.github.recsyseval.event.AssignmentScanner.EXPERIMENT;
import static io.github.recsyseval.event.AssignmentScanner.REQUEST;
import static io.github.recsyseval.event.AssignmentScanner.TIME;
import static io.github.recsyseval.event.AssignmentScanner.USER;
import static io.github.recsyseval.event.AssignmentScanner.VARIANT;

import tools.jackson.core.JsonParser;

/** Reads assignment.v1 lines. One instance serves one thread. */
public final class AssignmentReader extends LineReader {
    private final StringPool pool = new StringPool();
    private final AssignmentScanner scanner = new AssignmentScanner();
    private Assignment assignment = new Assignment();

    public AssignmentReader() {
        super(AssignmentScanner.FIELDS);
    }

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
    void value(int field, JsonParser json) {
        switch (field) {
            case EXPERIMENT -> assignment.experiment = id(json) ? pool.canonical(json.getString()) : "";
            case VARIANT -> assignment.variant = id(json) ? pool.canonical(json.getString()) : "";
            case REQUEST -> {
                assignment.hasRequestId = id(json);
                if (assignment.hasRequestId) {
                    assignment.requestFirst = id().first();
                    assignment.requestSecond = id().second();
                }
            }
            case USER -> assignment.user = id(json) ? id().first() : 0;
            case TIME -> assignment.timestamp = timestamp(json);
            default -> context(json);
        }
    }
}
