package io.github.recsyseval.metric;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.join.OutcomeIndex;
import java.util.Arrays;

/** The distinct relevant items of a request, each with its largest gain. A reusable buffer with open addressing. */
final class RelevantItems {
    private final Relevance relevance;
    private long[] items = new long[16];
    private double[] gains = new double[16];
    private int[] table = new int[64];
    private int size;

    RelevantItems(Relevance relevance) {
        this.relevance = relevance;
    }

    void collect(JoinedRequest request) {
        size = 0;
        if (!request.hasCountedOutcomes()) {
            return;
        }
        Arrays.fill(table, 0);
        OutcomeIndex outcomes = request.outcomes();
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            double gain = relevance.gain(outcomes.isClick(row));
            if (gain > 0 && outcomes.outcomeClass(row).counts()) {
                add(outcomes.item(row), gain);
            }
        }
    }

    private void add(long item, double gain) {
        int slot = slot(item);
        if (table[slot] != 0) {
            gains[table[slot] - 1] = Math.max(gains[table[slot] - 1], gain);
            return;
        }
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
            gains = Arrays.copyOf(gains, 2 * size);
        }
        items[size] = item;
        gains[size] = gain;
        table[slot] = ++size;
        if (2 * size > table.length) {
            table = new int[2 * table.length];
            for (int i = 0; i < size; i++) {
                table[slot(items[i])] = i + 1;
            }
        }
    }

    private int slot(long item) {
        int slot = (int) (item ^ item >>> 32) & table.length - 1;
        while (table[slot] != 0 && items[table[slot] - 1] != item) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    int size() {
        return size;
    }

    long item(int i) {
        return items[i];
    }

    double gain(int i) {
        return gains[i];
    }
}
