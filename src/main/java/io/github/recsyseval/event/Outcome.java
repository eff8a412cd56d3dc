package io.github.recsyseval.event;

/** One outcome line: what a user did with an item. A reusable buffer that a reader overwrites, as {@link Exposure} is. */
public final class Outcome {
    public long requestFirst;
    public long requestSecond;
    /** Whether request_id is a non-empty string. */
    public boolean hasRequestId;
    /** Whether item_id is a non-empty string. */
    public boolean hasItem;

    public long user;
    public long item;
    /** The event type; clicks when it is not readable, which the schema refuses. */
    public EventType type = EventType.CLICK;
    /** The value in the unit of the log; NaN when absent. */
    public double value;
    /** Microseconds since 1970-01-01T00:00:00Z; {@link Long#MIN_VALUE} when not readable. */
    public long timestamp;

    void clear() {
        requestFirst = 0;
        requestSecond = 0;
        hasRequestId = false;
        hasItem = false;
        user = 0;
        item = 0;
        type = EventType.CLICK;
        value = Double.NaN;
        timestamp = Long.MIN_VALUE;
    }
}
