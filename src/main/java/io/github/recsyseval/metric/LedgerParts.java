package io.github.recsyseval.metric;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * The rows of all ledgers in parts, which follow each other in the order of their users' hashes taken as unsigned numbers: all rows of a
 * user are in one part. A part is small enough to be looked at in the cache, or to be held at all. Safe for concurrent use.
 */
interface LedgerParts {
    /** How many parts there are. */
    int count();

    /** How many rows a part has. */
    int rows(int part);

    /** The rows of a part, with or without their slices and times. */
    LedgerRows load(int part);

    /** The rows of a part with the slices of some breakdowns, and with their times if the plan keeps any. */
    LedgerRows loadWithTimes(int part, int... sliced);

    /** The slice of each row of a part; not to be written to. */
    int[] slice(int part, int breakdown);

    /** The latency of each row of a part; not to be written to. */
    double[] latency(int part);

    /**
     * Keeps a further column for as long as the parts are there.
     *
     * @param column the entries for the rows of a part; asked for once for each part, one after the other
     */
    IntFunction<int[]> keep(IntFunction<int[]> column);

    /** How many latencies can be sorted at once. */
    long mostLatencies();

    /**
     * Sums over all parts, several at once; whichever thread comes first takes the next one, so what is added up must not depend on the
     * order.
     *
     * @param empty sums of nothing
     * @param add adds a part to the sums of one thread
     * @param merge adds the second sums to the first
     */
    default <T> T sum(int threads, Supplier<T> empty, ObjIntConsumer<T> add, BiConsumer<T, T> merge) {
        AtomicInteger next = new AtomicInteger();
        List<T> ofThreads = Parallel.map(threads, threads, thread -> {
            T own = empty.get();
            for (int part = next.getAndIncrement(); part < count(); part = next.getAndIncrement()) {
                add.accept(own, part);
            }
            return own;
        });
        T all = ofThreads.get(0);
        ofThreads.subList(1, ofThreads.size()).forEach(own -> merge.accept(all, own));
        return all;
    }
}
