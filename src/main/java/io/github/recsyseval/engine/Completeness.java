package io.github.recsyseval.engine;

/** How many records could be parsed at all, and how many of them lack what no evaluation can do without. Integers only. */
public final class Completeness {
    private long total;
    private long missing;
    private long missingRequestId;

    void add(boolean lacksSomething, boolean lacksRequestId) {
        total++;
        missing += lacksSomething ? 1 : 0;
        missingRequestId += lacksRequestId ? 1 : 0;
    }

    void add(Completeness other) {
        total += other.total;
        missing += other.missing;
        missingRequestId += other.missingRequestId;
    }

    /** Records that are JSON objects, valid or not. */
    public long total() {
        return total;
    }

    /** Those that lack request_id or items (exposures; an empty list counts), or request_id or item_id (outcomes). */
    public long missing() {
        return missing;
    }

    /** Those without a request_id, or with an empty one. */
    public long missingRequestId() {
        return missingRequestId;
    }
}
