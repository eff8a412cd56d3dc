package io.github.recsyseval.join;

import io.github.recsyseval.event.Exposure;

/**
 * One distinct exposure with its outcomes: what every metric is computed from. A view that moves over the data; it is overwritten
 * for the next request.
 */
public final class JoinedRequest {
    /** In lists of so many items comparing each with each is quicker than a table. */
    private static final int FEW = 32;

    private final OutcomeIndex outcomes;
    private final Slate slate = new Slate();
    private boolean slateReady;

    ExposureBatch batch = new ExposureBatch(0);
    int row;
    int firstOutcome;
    int endOutcome;
    int matched;
    int counted;
    int clicks;
    int conversions;
    int valued;
    double value;

    public JoinedRequest(OutcomeIndex outcomes) {
        this.outcomes = outcomes;
    }

    void at(ExposureBatch batch, int row, int firstOutcome, int endOutcome) {
        this.batch = batch;
        this.row = row;
        this.firstOutcome = firstOutcome;
        this.endOutcome = endOutcome;
        slateReady = false;
        matched = 0;
        counted = 0;
        clicks = 0;
        conversions = 0;
        valued = 0;
        value = 0;
    }

    /** The row of the batch that holds the exposure. */
    public int row() {
        return row;
    }

    /** The first 64 bits of the hash of the request id. */
    public long requestFirst() {
        return batch.first[row];
    }

    /** The other 64 bits. */
    public long requestSecond() {
        return batch.second[row];
    }

    /** The user's 64-bit hash. */
    public long user() {
        return batch.user[row];
    }

    /** Microseconds since 1970. */
    public long timestamp() {
        return batch.time[row];
    }

    /** Milliseconds, NaN when not logged. */
    public double latencyMs() {
        return batch.latency[row];
    }

    public boolean isError() {
        return batch.error[row] == Exposure.ERROR_TRUE;
    }

    /** What the line says about an error: one of the constants of {@link Exposure}, which are below 3. */
    public byte error() {
        return batch.error[row];
    }

    /** Whether the line says if the request failed. */
    public boolean logsError() {
        return batch.error[row] != Exposure.ERROR_UNSET;
    }

    /** How many items the logged list has, repeated ones counted each time. */
    public int listedItems() {
        return batch.itemFrom[row + 1] - batch.itemFrom[row];
    }

    /** Whether the logged ranks are 1, 2, 3, ... in the order of the log; also of an empty list. */
    public boolean ranksCountUp() {
        return batch.ranksCountUp[row];
    }

    /** Whether an item is listed twice. */
    public boolean repeatsItem() {
        int from = batch.itemFrom[row];
        int to = batch.itemFrom[row + 1];
        if (to - from > FEW) {
            return slate().length() < to - from;
        }
        long[] item = batch.item;
        long seen = 0;
        for (int i = from; i < to; i++) {
            // Hashes are evenly spread: only where two of a list share six bits are they compared.
            long bit = 1L << item[i];
            if ((seen & bit) != 0 && contains(item, from, i, item[i])) {
                return true;
            }
            seen |= bit;
        }
        return false;
    }

    private static boolean contains(long[] item, int from, int to, long wanted) {
        for (int i = from; i < to; i++) {
            if (item[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    /** The logged rank of the i-th listed item, in the order of the log. */
    public int listedRank(int i) {
        return batch.rank[batch.itemFrom[row] + i];
    }

    /** The 64-bit hash of the i-th listed item, in the order of the log. */
    public long listedItem(int i) {
        return batch.item[batch.itemFrom[row] + i];
    }

    /** The 64-bit hashes of listed items, those of this request at {@code [firstItem(), endItem())}; not to be written to. */
    public long[] items() {
        return batch.item;
    }

    public int firstItem() {
        return batch.itemFrom[row];
    }

    public int endItem() {
        return batch.itemFrom[row + 1];
    }

    /** Whether the exposure's context lacks the i-th of the keys that the diagnosis looks for. */
    public boolean lacksKey(int i) {
        return (batch.missingKeys[row] >>> i & 1) != 0;
    }

    /** A hash of the surface that the exposure's context names; 0 without one. */
    public int surface() {
        return batch.surface[row];
    }

    /** The slice this request falls into, by the number of the breakdown. */
    public int slice(int breakdown) {
        return batch.slice[breakdown][row];
    }

    /** The list in rank order without repetitions. */
    public Slate slate() {
        if (!slateReady) {
            slate.set(batch.item, batch.rank, batch.itemFrom[row], batch.itemFrom[row + 1]);
            slateReady = true;
        }
        return slate;
    }

    /** Outcomes whose request id matches, whatever their class. */
    public int matchedOutcomes() {
        return matched;
    }

    /** Whether any outcome counts for KPIs and relevance. */
    public boolean hasCountedOutcomes() {
        return counted > 0;
    }

    /** Click outcomes that count; can exceed 1. */
    public int clicks() {
        return clicks;
    }

    /** Conversion outcomes that count. */
    public int conversions() {
        return conversions;
    }

    /** Conversions that count and have a {@code value}. */
    public int valuedConversions() {
        return valued;
    }

    /** The sum of {@code value} over conversions that count. */
    public double value() {
        return value;
    }

    /** The rows of this request's outcomes in {@link #outcomes()} are {@code [firstOutcome(), endOutcome())}. */
    public int firstOutcome() {
        return firstOutcome;
    }

    public int endOutcome() {
        return endOutcome;
    }

    public OutcomeIndex outcomes() {
        return outcomes;
    }
}
