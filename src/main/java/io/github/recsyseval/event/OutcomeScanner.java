package io.github.recsyseval.event;

import java.util.List;

/** Scans outcome.v1 lines of the common shape. */
final class OutcomeScanner extends LineScanner {
    static final int REQUEST = 1;
    static final int USER = 1 << 1;
    static final int ITEM = 1 << 2;
    static final int TYPE = 1 << 3;
    static final int TIME = 1 << 4;
    static final int VALUE = 1 << 5;
    static final FieldKeys FIELDS = new FieldKeys(
            REQUEST | USER | ITEM | TYPE | TIME,
            new Key("request_id", REQUEST),
            new Key("user_id", USER),
            new Key("item_id", ITEM),
            new Key("event_type", TYPE),
            new Key("ts", TIME),
            new Key("value", VALUE));

    private static final Key CLICK = new Key("click", 0);
    private static final Key CONVERSION = new Key("conversion", 0);

    private Outcome outcome = new Outcome();

    OutcomeScanner() {
        super(FIELDS, new ContextNames(List.of()));
    }

    /** Reads the line at {@code from} into {@code outcome} and returns its end, or {@link #NO} when it is not of the common shape. */
    int scan(byte[] line, int from, int to, Outcome outcome) {
        this.outcome = outcome;
        outcome.clear();
        return scan(line, from, to);
    }

    @Override
    int value(int key, byte[] bytes, int at, int end) {
        return switch (key) {
            case REQUEST -> request(bytes, at, end);
            case USER -> user(bytes, at, end);
            case ITEM -> item(bytes, at, end);
            case TYPE -> type(bytes, at);
            case TIME -> {
                int next = time(bytes, at, end);
                outcome.timestamp = timestamp;
                yield next;
            }
            default -> {
                int next = number.decimal(bytes, at);
                outcome.value = number.value();
                yield next;
            }
        };
    }

    private int request(byte[] bytes, int at, int end) {
        int next = id(bytes, at, end);
        outcome.hasRequestId = true;
        outcome.requestFirst = hash.first();
        outcome.requestSecond = hash.second();
        return next;
    }

    private int user(byte[] bytes, int at, int end) {
        int next = id(bytes, at, end);
        outcome.user = hash.first();
        return next;
    }

    private int item(byte[] bytes, int at, int end) {
        int next = id(bytes, at, end);
        outcome.hasItem = true;
        outcome.item = hash.first();
        return next;
    }

    private int type(byte[] bytes, int at) {
        if (CLICK.isAt(bytes, at)) {
            outcome.type = EventType.CLICK;
            return at + CLICK.length;
        }
        outcome.type = EventType.CONVERSION;
        return CONVERSION.isAt(bytes, at) ? at + CONVERSION.length : NO;
    }
}
