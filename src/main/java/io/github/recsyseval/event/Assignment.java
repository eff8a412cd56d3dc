package io.github.recsyseval.event;

/** One assignment line: which variant of an experiment a request got. A reusable buffer, as {@link Exposure} is. */
public final class Assignment {
    public long requestFirst;
    public long requestSecond;
    /** Whether request_id is a non-empty string. */
    public boolean hasRequestId;

    public long user;
    public String experiment = "";
    public String variant = "";
    /** Microseconds since 1970-01-01T00:00:00Z; {@link Long#MIN_VALUE} when not readable. */
    public long timestamp;

    void clear() {
        requestFirst = 0;
        requestSecond = 0;
        hasRequestId = false;
        user = 0;
        experiment = "";
        variant = "";
        timestamp = Long.MIN_VALUE;
    }
}
