package io.github.recsyseval.metric.kpi;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.stat.RatioMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    static final int RANKS = MAX_RANK + 2;

    private final RankRuns runs = new RankRuns(GROUPS);
    /** By rank, then by group, as the slots are. */
    private long[] clicks = {};

    private final SliceRanks[] slices;
    private final RankRuns[] ofSlices;
    private final RankRuns beyond = new RankRuns(1);
    private long @Nullable [] slots;

    /** Without slices. */
    public RankClicks() {
        this(0);
    }

    /** @param breakdowns how many slice columns requests have */
    public RankClicks(int breakdowns) {
        slices = new SliceRanks[breakdowns];
        Arrays.setAll(slices, breakdown -> new SliceRanks());
        ofSlices = new RankRuns[breakdowns];
    }

    public void add(JoinedRequest request) {
        int group = group(request.user());
        for (int b = 0; b < slices.length; b++) {
            ofSlices[b] = slices[b].runs(request.slice(b), beyond);
        }
        slots = null;
        int listed = request.listedItems();
        if (request.ranksCountUp() && listed <= MAX_RANK) {
            addRun(group, 1, listed);
        } else {
            for (int i = 0; i < listed; i++) {
                int bucket = bucket(request.listedRank(i));
                addRun(group, bucket, bucket);
            }
        }
        if (request.clicks() > 0) {
            addClicks(request, group);
        }
    }

    private void addRun(int group, int first, int last) {
        runs.add(group, first, last);
        for (RankRuns ofSlice : ofSlices) {
            ofSlice.add(0, first, last);
        }
    }

    private void addClicks(JoinedRequest request, int group) {
        OutcomeIndex outcomes = request.outcomes();
        int onSlots = 0;
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            if (outcomes.isClick(row) && outcomes.outcomeClass(row).counts()) {
                int position = request.slate().position(outcomes.item(row));
                if (position > 0) {
                    int bucket = bucket(request.slate().loggedRank(position));
                    clicks = RankRuns.roomFor(bucket, GROUPS, clicks);
                    clicks[bucket * GROUPS + group]++;
                    onSlots++;
                }
            }
        }
        for (int b = 0; b < slices.length; b++) {
            slices[b].addClicks(request.slice(b), onSlots);
        }
    }

    public void add(RankClicks other) {
        slots = null;
        runs.add(other.runs);
        clicks = Arrays.copyOf(clicks, Math.max(clicks.length, other.clicks.length));
        for (int i = 0; i < other.clicks.length; i++) {
            clicks[i] += other.clicks[i];
        }
        for (int b = 0; b < slices.length; b++) {
            slices[b].add(other.slices[b]);
        }
    }

    private static int group(long user) {
        return (int) (user >>> 24 & GROUPS - 1);
    }

    private static int bucket(int rank) {
        return Math.max(0, Math.min(rank, MAX_RANK + 1));
    }

    /**
     * Clicks on items shown at this logged rank / shown slots with it, by group of users; {@code MAX_RANK + 1} stands for all ranks
     * beyond. The numerator is the clicks, the denominator the slots.
     */
    public RatioMoments moments(int rank) {
        if (slots == null) {
            slots = runs.slots();
        }
        RatioMoments moments = new RatioMoments();
        int end = Math.min((rank + 1) * GROUPS, slots.length);
        for (int at = rank * GROUPS; at < end; at++) {
            if (slots[at] > 0) {
                moments.add(at < clicks.length ? clicks[at] : 0, slots[at]);
            }
        }
        return moments;
    }

    /** A breakdown with more slices than these is not compared with its positions. */
    public static final int MOST_SLICES = SliceRanks.MOST_SLICES;

    /**
     * Clicks on shown slots of a slice, and how many are expected from position alone: each slot counts the CTR that its rank has over
     * all requests (clicks over expected clicks, COEC; Zhang, Jones, "Comparing Click Logs", WWW 2007).
     *
     * @param clicks on items that were shown
     */
    public record AgainstPosition(long slots, long clicks, double expected) {}

    /**
     * Sets the slices of a breakdown against their positions.
     *
     * @param count how many slices it has, at most {@link #MOST_SLICES}
     */
    public List<AgainstPosition> againstPosition(int breakdown, int count) {
        double[] ctr = new double[RANKS];
        for (int rank = 0; rank < RANKS; rank++) {
            double ratio = moments(rank).ratio();
            ctr[rank] = Double.isNaN(ratio) ? 0 : ratio;
        }
        List<AgainstPosition> slicesInOrder = new ArrayList<>();
        for (int slice = 0; slice < count; slice++) {
            long shown = 0;
            double expected = 0;
            long[] byRank = slices[breakdown].slots(slice);
            for (int rank = 0; rank < Math.min(RANKS, byRank.length); rank++) {
                shown += byRank[rank];
                expected += byRank[rank] * ctr[rank];
            }
            slicesInOrder.add(new AgainstPosition(shown, slices[breakdown].clicks(slice), expected));
        }
        return slicesInOrder;
    }
}
