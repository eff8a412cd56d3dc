package io.github.recsyseval.metric;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.spill.SpillBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thread's rows: for each evaluated request its user, its slices, its latency and the number of its pattern of numerators,
 * about 24 bytes. The rows of all threads together are summed by {@link LedgerSums}.
 */
public final class RequestLedger {
    /** Rows are parted by the leading bits of their users' hashes. */
    static final int PARTS = 64;

    private static final int PART_SHIFT = Long.SIZE - 6;
    private static final int BLOCK = 256;

    /** When rows are passed on, a table with more patterns is begun anew; so many may be held however little room there is. */
    static final int FEW_PATTERNS = 1 << 13;

    /** Rows in columns. */
    static final class Block {
        final long[] user;
        final double[] latency;
        final int[] pattern;
        final int[][] slice;
        /** Empty where the plan keeps no times. */
        final long[] time;

        int size;

        Block(int rows, int breakdowns, boolean withTimes) {
            user = new long[rows];
            latency = new double[rows];
            pattern = new int[rows];
            slice = new int[breakdowns][rows];
            time = new long[withTimes ? rows : 0];
        }
    }

    private static final int UNKNOWN = -1;
    private static final int VARIES = -2;
    private final MetricPlan plan;
    private final RequestScorer[] scorers;
    /** Where the numerators of each scorer begin. */
    private final int[] starts;
    /** Those that have to see every request. */
    private final RequestScorer[] watchers;

    private final double[] vector;
    /** The patterns of requests without outcomes, by {@link #kind}; {@link #UNKNOWN}, or {@link #VARIES} where there is more than one. */
    private final int[] quiet = new int[12];

    PatternTable patterns;
    private final List<List<Block>> parts = new ArrayList<>();
    /** The block of each part that is being filled; null before the first row. */
    private final @Nullable Block[] filling = new Block[PARTS];

    private final SpilledLedger spilled;
    private final long mostHeld;
    private final int mostPatterns;
    private long held;

    /** A ledger whose rows are all held in the heap. */
    public RequestLedger(MetricPlan plan) {
        this(plan, new SpilledLedger(SpillBudget.UNLIMITED, plan), 1);
    }

    /**
     * A ledger that passes its rows on when there are too many.
     *
     * @param spilled takes them
     * @param threads how many ledgers share its budget
     */
    public RequestLedger(MetricPlan plan, SpilledLedger spilled, int threads) {
        this.spilled = spilled;
        mostHeld = spilled.mostHeld(threads);
        mostPatterns = spilled.mostPatterns(threads);
        this.plan = plan;
        scorers = plan.groups().stream().map(group -> group.scorers().get()).toArray(RequestScorer[]::new);
        starts = new int[scorers.length];
        List<RequestScorer> seeAll = new ArrayList<>();
        boolean alike = true;
        for (int i = 0; i < scorers.length; i++) {
            MetricGroup group = plan.groups().get(i);
            if (i + 1 < scorers.length) {
                starts[i + 1] = starts[i] + group.metrics().size();
            }
            if (!group.outcomesDecide()) {
                seeAll.add(scorers[i]);
                alike &= group.metrics().isEmpty();
            }
        }
        watchers = seeAll.toArray(new RequestScorer[0]);
        Arrays.fill(quiet, alike ? UNKNOWN : VARIES);
        vector = new double[plan.width()];
        patterns = new PatternTable(plan.width());
        for (int part = 0; part < PARTS; part++) {
            parts.add(new ArrayList<>());
        }
    }

    /** Adds one request. */
    public void add(JoinedRequest request) {
        if (held == mostHeld || patterns.size() >= mostPatterns) {
            spill();
        }
        held++;
        Block block = room(request.user());
        int row = block.size++;
        block.user[row] = request.user();
        block.latency[row] = request.latencyMs();
        block.pattern[row] = request.matchedOutcomes() == 0 ? quietPattern(request) : pattern(request);
        for (int b = 0; b < block.slice.length; b++) {
            block.slice[b][row] = request.slice(b);
        }
        if (plan.withTimes()) {
            block.time[row] = request.timestamp();
        }
    }

    private int pattern(JoinedRequest request) {
        for (int i = 0; i < scorers.length; i++) {
            scorers[i].score(request, vector, starts[i]);
        }
        return patterns.number(vector);
    }

    /** The pattern of a request without outcomes, which is known once one of its kind has been met. */
    private int quietPattern(JoinedRequest request) {
        int kind = kind(request);
        int known = quiet[kind];
        if (known < 0) {
            int number = pattern(request);
            quiet[kind] = known == VARIES ? VARIES : number;
            return number;
        }
        for (RequestScorer watcher : watchers) {
            watcher.score(request, vector, 0);
        }
        return known;
    }

    private static int kind(JoinedRequest request) {
        return 4 * request.error() + (request.listedItems() == 0 ? 2 : 0) + (Double.isNaN(request.latencyMs()) ? 1 : 0);
    }

    /** Passes all rows on. */
    void spill() {
        spilled.take(parts.stream().flatMap(List::stream).toList(), patterns);
        parts.forEach(List::clear);
        Arrays.fill(filling, null);
        if (patterns.size() >= FEW_PATTERNS) {
            patterns = new PatternTable(plan.width());
            Arrays.setAll(quiet, kind -> quiet[kind] == VARIES ? VARIES : UNKNOWN);
        }
        held = 0;
    }

    /** How many rows there are. */
    long held() {
        return held;
    }

    /** Hands over the rows of a part, whose memory is free once the caller is done with them. */
    List<Block> release(int part) {
        List<Block> released = List.copyOf(parts.get(part));
        parts.get(part).clear();
        return released;
    }

    private Block room(long user) {
        int part = (int) (user >>> PART_SHIFT);
        Block block = filling[part];
        if (block == null || block.size == BLOCK) {
            block = new Block(BLOCK, plan.breakdowns(), plan.withTimes());
            filling[part] = block;
            parts.get(part).add(block);
        }
        return block;
    }
}
