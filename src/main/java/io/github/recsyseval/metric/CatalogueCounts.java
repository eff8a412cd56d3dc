package io.github.recsyseval.metric;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.join.Slate;
import io.github.recsyseval.metric.catalogue.CatalogueTally;
import io.github.recsyseval.metric.ranking.Cutoff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Counts the items of all lists, for the total and for each slice, while requests pass by. Every thread counts for itself; the
 * counts are added up at the end.
 *
 * <p>Slices of a breakdown are given up, as one, when there are more than {@value #MOST_SLICES} of them or when they hold more than
 * {@link CatalogueTally#MOST_ITEMS} different items in sum. Both depend on the data alone.
 */
public final class CatalogueCounts {
    /** A breakdown with more slices than this is counted for the total only. */
    public static final int MOST_SLICES = 256;

    private final List<Cutoff> cutoffs;
    private final int breakdowns;
    private final Relevance relevance;
    private final List<Counter> counters = Collections.synchronizedList(new ArrayList<>());

    /**
     * Counts within these cutoffs.
     *
     * @param breakdowns how many there are besides the total
     * @param relevance which outcomes show that an item was wanted, and so exists
     */
    public CatalogueCounts(List<Cutoff> cutoffs, int breakdowns, Relevance relevance) {
        this.cutoffs = cutoffs.stream().distinct().toList();
        this.breakdowns = breakdowns;
        this.relevance = relevance;
    }

    /** The group that counts; it has no metric of single requests. */
    public MetricGroup group() {
        return new MetricGroup(List.of(), () -> {
            Counter counter = new Counter();
            counters.add(counter);
            return counter;
        });
    }

    /** The counts over all requests. */
    public CatalogueTally total() {
        CatalogueTally sum = new CatalogueTally(cutoffs);
        counters.forEach(counter -> sum.add(counter.total));
        return sum;
    }

    /** The counts of every slice of a breakdown, by slice number; empty where the slices were given up. */
    public Optional<List<CatalogueTally>> slices(int breakdown, int slices) {
        if (slices > MOST_SLICES) {
            return Optional.empty();
        }
        List<CatalogueTally> sums = new ArrayList<>();
        long items = 0;
        for (int slice = 0; slice < slices; slice++) {
            CatalogueTally sum = new CatalogueTally(cutoffs);
            for (Counter counter : counters) {
                SlicedTally tally = counter.sliced.get(breakdown);
                if (tally.givenUp) {
                    return Optional.empty();
                }
                if (slice < tally.bySlice.size()) {
                    sum.add(tally.bySlice.get(slice));
                }
            }
            items += sum.items();
            sums.add(sum);
        }
        return items > CatalogueTally.MOST_ITEMS ? Optional.empty() : Optional.of(sums);
    }

    /** One thread's counts. */
    private final class Counter implements RequestScorer {
        private final CatalogueTally total = new CatalogueTally(cutoffs);
        private final List<SlicedTally> sliced = new ArrayList<>();
        private final RelevantItems wanted = new RelevantItems(relevance);
        private long[] items = new long[32];

        Counter() {
            for (int b = 0; b < breakdowns; b++) {
                sliced.add(new SlicedTally());
            }
        }

        @Override
        public void score(JoinedRequest request, double[] out, int at) {
            Slate slate = request.slate();
            int length = slate.length();
            if (items.length < length) {
                items = new long[length];
            }
            for (int i = 0; i < length; i++) {
                items[i] = slate.item(i + 1);
            }
            wanted.collect(request);
            count(total, length);
            for (int b = 0; b < breakdowns; b++) {
                sliced.get(b).count(this, request.slice(b), length);
            }
        }

        private void count(CatalogueTally tally, int length) {
            tally.addList(items, length);
            for (int i = 0; i < wanted.size(); i++) {
                tally.addExisting(wanted.item(i));
            }
        }
    }

    /** One thread's counts for the slices of one breakdown. */
    private final class SlicedTally {
        private final List<CatalogueTally> bySlice = new ArrayList<>();
        private long items;
        private boolean givenUp;

        void count(Counter counter, int slice, int length) {
            if (givenUp) {
                return;
            }
            if (slice >= MOST_SLICES) {
                giveUp();
                return;
            }
            while (bySlice.size() <= slice) {
                bySlice.add(new CatalogueTally(cutoffs));
            }
            CatalogueTally tally = bySlice.get(slice);
            int before = tally.items();
            counter.count(tally, length);
            items += tally.items() - before;
            if (items > CatalogueTally.MOST_ITEMS) {
                giveUp();
            }
        }

        private void giveUp() {
            givenUp = true;
            bySlice.clear();
        }
    }
}
