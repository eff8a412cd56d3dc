package io.github.recsyseval.metric.kpi;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.join.OutcomeIndex;

/**
 * Shown slots and clicks by the logged rank. A click belongs to the rank that was logged for its item; clicks on items that were
 * not shown belong to none. Ranks beyond {@link #MAX_RANK} are counted together. Integers only: any order, any split.
 */
public final class RankClicks {
    public static final int MAX_RANK = 100;

    private final long[] slots = new long[MAX_RANK + 2];
    private final long[] clicks = new long[MAX_RANK + 2];

    public void add(JoinedRequest request) {
        int listed = request.listedItems();
        for (int i = 0; i < listed; i++) {
            slots[bucket(request.listedRank(i))]++;
        }
        if (request.clicks() > 0) {
            addClicks(request);
        }
    }

    private void addClicks(JoinedRequest request) {
        OutcomeIndex outcomes = request.outcomes();
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            if (outcomes.isClick(row) && outcomes.outcomeClass(row).counts()) {
                int position = request.slate().position(outcomes.item(row));
                if (position > 0) {
                    clicks[bucket(request.slate().loggedRank(position))]++;
                }
            }
        }
    }

    public void add(RankClicks other) {
        for (int i = 0; i < slots.length; i++) {
            slots[i] += other.slots[i];
            clicks[i] += other.clicks[i];
        }
    }

    private static int bucket(int rank) {
        return Math.max(0, Math.min(rank, MAX_RANK + 1));
    }

    /** Shown slots with this logged rank; {@code MAX_RANK + 1} stands for all beyond. */
    public long slots(int rank) {
        return slots[rank];
    }

    /** Clicks on items shown at this logged rank. */
    public long clicks(int rank) {
        return clicks[rank];
    }
}
