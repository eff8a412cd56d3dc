package io.github.recsyseval.event;

import tools.jackson.core.JsonParser;

/** Reads outcome.v1 lines. One instance serves one thread. */
public final class OutcomeReader extends LineReader {
    private static final int REQUEST = 1;
    private static final int USER = 1 << 1;
    private static final int ITEM = 1 << 2;
    private static final int TYPE = 1 << 3;
    private static final int TIME = 1 << 4;
    private static final int VALUE = 1 << 5;
    private static final int REQUIRED = REQUEST | USER | ITEM | TYPE | TIME;

    private final OutcomeScanner scanner = new OutcomeScanner();
    private Outcome outcome = new Outcome();

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
    int required() {
        return REQUIRED;
    }

    @Override
    void field(String name, JsonParser json) {
        switch (name) {
            case "request_id" -> {
                first(REQUEST);
                outcome.hasRequestId = id(json);
                if (outcome.hasRequestId) {
                    outcome.requestFirst = id().first();
                    outcome.requestSecond = id().second();
                }
            }
            case "user_id" -> {
                first(USER);
                outcome.user = id(json) ? id().first() : 0;
            }
            case "item_id" -> {
                first(ITEM);
                outcome.hasItem = id(json);
                outcome.item = outcome.hasItem ? id().first() : 0;
            }
            case "event_type" -> {
                first(TYPE);
                type(json);
            }
            case "ts" -> {
                first(TIME);
                outcome.timestamp = timestamp(json);
            }
            case "value" -> {
                first(VALUE);
                outcome.value = number(json, Double.NEGATIVE_INFINITY);
            }
            default -> unknown(json);
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

    @Override
    void finish() {}
}
