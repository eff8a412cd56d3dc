package io.github.recsyseval.metric.kpi;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.stat.RatioMoments;

/**
 * Shown slots and clicks by the logged rank. A click belongs to the rank that was logged for its item; clicks on items that were
 * not shown belong to none. Ranks beyond {@link #MAX_RANK} are counted together. Integers only: any order, any split.
 *
 * <p>Users fall by their hash into {@value #GROUPS} groups, and each group is counted on its own: the variance between random groups of
 * whole users is that between users (Wolter, "Introduction to Variance Estimation", 2007, chapter 2), and takes no memory that grows
 * with the number of users.
 */
public final class RankClicks {
    public static final int MAX_RANK = 100;

    private static final int GROUPS = 1024;
    private static final int RANKS = MAX_RANK + 2;

    private final long[] slots = new long[GROUPS * RANKS];
    private final long[] clicks = new long[GROUPS * RANKS];

    public void add(JoinedRequest request) {
        int group = group(request.user());
        int listed = request.listedItems();
        for (int i = 0; i < listed; i++) {
            slots[group + bucket(request.listedRank(i))]++;
        }
        if (request.clicks() > 0) {
            addClicks(request, group);
        }
    }

    private void addClicks(JoinedRequest request, int group) {
        OutcomeIndex outcomes = request.outcomes();
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            if (outcomes.isClick(row) && outcomes.outcomeClass(row).counts()) {
                int position = request.slate().position(outcomes.item(row));
                if (position > 0) {
                    clicks[group + bucket(request.slate().loggedRank(position))]++;
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

    /** Where the counts of a user's group begin. */
    private static int group(long user) {
        return (int) (user >>> 24 & GROUPS - 1) * RANKS;
    }

    private static int bucket(int rank) {
        return Math.max(0, Math.min(rank, MAX_RANK + 1));
    }

    /**
     * Clicks on items shown at this logged rank / shown slots with it, by group of users; {@code MAX_RANK + 1} stands for all ranks
     * beyond. The numerator is the clicks, the denominator the slots.
     */
    public RatioMoments moments(int rank) {
        RatioMoments moments = new RatioMoments();
        for (int at = rank; at < slots.length; at += RANKS) {
            if (slots[at] > 0) {
                moments.add(clicks[at], slots[at]);
            }
        }
        return moments;
    }
}
