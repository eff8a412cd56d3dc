package io.github.recsyseval.metric.lists;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.RequestScorer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Counts what was shown while evaluated requests pass by. Every thread counts for itself; the counts are added up at the end. */
public final class ShownLists {
    private final int breakdowns;
    private final List<Counter> counters = Collections.synchronizedList(new ArrayList<>());

    /** @param breakdowns how many there are besides the total */
    public ShownLists(int breakdowns) {
        this.breakdowns = breakdowns;
    }

    /** The group that counts; it has no metric of single requests. */
    public MetricGroup group() {
        return new MetricGroup(List.of(), () -> {
            Counter counter = new Counter();
            counters.add(counter);
            return counter;
        });
    }

    /** The lengths of all lists. */
    public ListLengths lengths() {
        ListLengths sum = new ListLengths();
        counters.forEach(counter -> sum.add(counter.lengths));
        return sum;
    }

    /** The items of all lists. */
    public ItemSketch items() {
        ItemSketch sum = new ItemSketch();
        counters.forEach(counter -> sum.add(counter.items));
        return sum;
    }

    /** When the slices of a breakdown were seen, by slice number. */
    public SliceTimes times(int breakdown) {
        SliceTimes sum = new SliceTimes();
        counters.forEach(counter -> sum.add(counter.times.get(breakdown)));
        return sum;
    }

    /** One thread's counts. */
    private final class Counter implements RequestScorer {
        private final ListLengths lengths = new ListLengths();
        private final ItemSketch items = new ItemSketch();
        private final List<SliceTimes> times = new ArrayList<>();

        Counter() {
            for (int b = 0; b < breakdowns; b++) {
                times.add(new SliceTimes());
            }
        }

        @Override
        public void score(JoinedRequest request, double[] out, int at) {
            lengths.add(request.listedItems());
            items.add(request.items(), request.firstItem(), request.endItem());
            for (int b = 0; b < breakdowns; b++) {
                times.get(b).add(request.slice(b), request.timestamp());
            }
        }
    }
}
