package io.github.recsyseval.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One exposure line: a list shown in answer to a request. A reusable buffer that a reader overwrites; fields are plain because
 * they are copied into columns once per line, millions of times.
 */
public final class Exposure {
    /** {@link #error} when the line does not say. */
    public static final byte ERROR_UNSET = 0;

    public static final byte ERROR_FALSE = 1;
    public static final byte ERROR_TRUE = 2;

    /** The request id's 128-bit hash; meaningless unless {@link #hasRequestId}. */
    public long requestFirst;

    public long requestSecond;
    /** Whether request_id is a non-empty string. */
    public boolean hasRequestId;
    /** The user id's 64-bit hash; 0 when absent. */
    public long user;
    /** Whether user_id has the same text as request_id: users cannot be told apart then. */
    public boolean userIsRequest;
    /** Microseconds since 1970-01-01T00:00:00Z, finer digits cut; {@link Long#MIN_VALUE} when not readable. */
    public long timestamp;
    /** Whether items is an array. */
    public boolean hasItems;

    public int itemCount;
    /** 64-bit hashes of the item ids in the order of the array. */
    public long[] items = new long[32];
    /** Logged ranks, 1-based, in the order of the array; beyond the range of an int they are clamped. */
    public int[] ranks = new int[32];
    /** Whether the logged ranks are 1, 2, 3, ... in the order of the array; also of an empty list. */
    public boolean ranksCountUp;
    /** The largest propensity of any kind in the list; 0 when none is logged. */
    public double largestPropensity;
    /** Milliseconds; NaN when not logged. */
    public double latencyMs;
    /** One of the three ERROR constants. */
    public byte error;
    /** Values of the context keys that the reader was asked for, in that order; null where the key is absent. */
    public final @Nullable String[] context;
    /** A hash over every field the contract names: equal for lines that say the same, whatever the order of their keys. */
    public long fingerprint;

    /** @param contextKeys how many context keys the reader looks for */
    public Exposure(int contextKeys) {
        context = new @Nullable String[contextKeys];
    }

    void clear() {
        requestFirst = 0;
        requestSecond = 0;
        hasRequestId = false;
        user = 0;
        userIsRequest = false;
        timestamp = Long.MIN_VALUE;
        hasItems = false;
        itemCount = 0;
        ranksCountUp = true;
        largestPropensity = 0;
        latencyMs = Double.NaN;
        error = ERROR_UNSET;
        Arrays.fill(context, null);
        fingerprint = 0;
    }

    void addItem(long item, int rank) {
        if (itemCount == items.length) {
            items = Arrays.copyOf(items, 2 * itemCount);
            ranks = Arrays.copyOf(ranks, 2 * itemCount);
        }
        items[itemCount] = item;
        ranks[itemCount++] = rank;
        ranksCountUp &= rank == itemCount;
    }
}
