package io.github.recsyseval.event;

import static io.github.recsyseval.event.OutcomeScanner.ITEM;
import static io.github.recsyseval.event.OutcomeScanner.REQUEST;
import static io.github.recsyseval.event.OutcomeScanner.TIME;
import static io.github.recsyseval.event.OutcomeScanner.TYPE;
import static io.github.recsyseval.event.OutcomeScanner.USER;

import tools.jackson.core.JsonParser;

/** Reads outcome.v1 lines. One instance serves one thread. */
public final class OutcomeReader extends LineReader {
    private final OutcomeScanner scanner = new OutcomeScanner();
    private Outcome outcome = new Outcome();

    public OutcomeReader() {
        super(OutcomeScanner.FIELDS);
    }

    /** Reads {@code line[from, to)} into {@code outcome}, which is overwritten whatever the answer. */
    public Reading read(byte[] line, int from, int to, Outcome outcome) {
        return scanner.scan(line, from, to, outcome) == to ? Reading.PLAIN : parse(line, from, to, outcome);
    }

    /**
     * Reads the line that begins at {@code from} if it is {@link Reading#PLAIN} and quickly seen to be, and returns where it ends: at
     * its newline or at {@code to}. Otherwise -1: {@link #read} can say more.
     */
    public int readPlain(byte[] text, int from, int to, Outcome outcome) {
        return scanner.scan(text, from, to, outcome);
    }

    /** As {@link #read}, without the scanner. */
    Reading parse(byte[] line, int from, int to, Outcome outcome) {
        this.outcome = outcome;
        return parse(line, from, to);
    }

    @Override
    void clear() {
        outcome.clear();
    }

    @Override
    void value(int field, JsonParser json) {
        switch (field) {
            case REQUEST -> {
                outcome.hasRequestId = id(json);
                if (outcome.hasRequestId) {
                    outcome.requestFirst = id().first();
                    outcome.requestSecond = id().second();
                }
            }
            case USER -> outcome.user = id(json) ? id().first() : 0;
            case ITEM -> {
                outcome.hasItem = id(json);
                outcome.item = outcome.hasItem ? id().first() : 0;
            }
            case TYPE -> type(json);
            case TIME -> outcome.timestamp = timestamp(json);
            default -> outcome.value = number(json, Double.NEGATIVE_INFINITY);
        }
    }

    private void type(JsonParser json) {
        if (!string(json)) {
            return;
        }
        switch (json.getString()) {
            case "click" -> outcome.type = EventType.CLICK;
            case "conversion" -> outcome.type = EventType.CONVERSION;
            default -> unsure();
        }
    }
}
