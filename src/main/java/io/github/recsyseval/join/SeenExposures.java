package io.github.recsyseval.join;

import io.github.recsyseval.join.ExposureSet.Seen;
import io.github.recsyseval.spill.SpillBudget;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request ids of all exposures so far, exactly, within a budget: a table that gets full is moved into a file as it is, and the next
 * one begun. A filter tells nearly all new requests apart without a look at the files.
 */
final class SeenExposures {
    /** What a request takes in a table that is two thirds full. */
    private static final int BYTES_PER_REQUEST = 40;

    /** However small the budget, a table holds so many. */
    private static final int FEWEST = 4;

    private static final int FILE_BUFFER = 1 << 16;

    private final SpillBudget budget;
    private final ExposureSet held;
    private final List<FrozenExposures> frozen = new ArrayList<>();
    private long mostHeld;
    private @Nullable RequestFilter filter;

    /** @param expected about how many distinct requests will come */
    SeenExposures(SpillBudget budget, long expected) {
        this.budget = budget;
        mostHeld = Math.max(FEWEST, budget.bytes() / BYTES_PER_REQUEST);
        if (expected > mostHeld) {
            mostHeld = atATime();
        }
        held = new ExposureSet(Math.min(expected, mostHeld));
    }

    /** How many requests a table holds once there are files. */
    private long atATime() {
        return Math.max(FEWEST, budget.bytes() / 2 / BYTES_PER_REQUEST);
    }

    /** Adds an exposure, in input order, and says what it is to those before it. */
    Seen add(long first, long second, long fingerprint) {
        if (filter == null) {
            Seen seen = held.add(first, second, fingerprint);
            if (isFull()) {
                filter = new RequestFilter(budget.bytes() / 4);
                held.addTo(filter);
                freeze();
            }
            return seen;
        }
        if (filter.mayContain(first, second)) {
            Seen before = find(first, second, fingerprint);
            if (before != Seen.FIRST) {
                return before;
            }
        }
        filter.add(first, second);
        held.add(first, second, fingerprint);
        if (isFull()) {
            freeze();
        }
        return Seen.FIRST;
    }

    /** Brings the places of request ids into the cache; changes nothing. */
    void touch(long[] first, int from, int to) {
        held.touch(first, from, to);
    }

    private Seen find(long first, long second, long fingerprint) {
        Seen before = held.find(first, second, fingerprint);
        for (int i = frozen.size() - 1; i >= 0 && before == Seen.FIRST; i--) {
            before = frozen.get(i).find(first, second, fingerprint);
        }
        return before;
    }

    private boolean isFull() {
        return held.size() >= mostHeld || held.bytesForNext() > budget.bytes() && held.size() >= FEWEST;
    }

    private void freeze() {
        mostHeld = atATime();
        frozen.add(held.freeze(budget.space().newFile(FILE_BUFFER), mostHeld));
    }
}
