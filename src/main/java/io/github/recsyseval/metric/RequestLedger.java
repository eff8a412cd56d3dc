package io.github.recsyseval.metric;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.spill.SpillBudget;
import java.util.ArrayList;
import java.util.List;

/**
 * One thread's rows: for each evaluated request its user, its slices, its latency and the number of its pattern of numerators,
 * about 24 bytes. The rows of all threads together are summed by {@link LedgerSums}.
 */
public final class RequestLedger {
    static final int BLOCK = 1 << 14;

    /** When rows are passed on, a table with more patterns is begun anew. */
    private static final int MOST_PATTERNS = 1 << 13;

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

    private static final Block EMPTY = new Block(0, 0, false);

    private final MetricPlan plan;
    private final List<RequestScorer> scorers;
    private final double[] vector;
    PatternTable patterns;
    final List<Block> blocks = new ArrayList<>();
    private final SpilledLedger spilled;
    private final long mostHeld;
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
        this.plan = plan;
        scorers = plan.groups().stream().map(group -> group.scorers().get()).toList();
        vector = new double[plan.width()];
        patterns = new PatternTable(plan.width());
    }

    /** Adds one request. */
    public void add(JoinedRequest request) {
        if (held++ == mostHeld) {
            spill();
            held = 1;
        }
        int at = 0;
        for (int i = 0; i < scorers.size(); i++) {
            scorers.get(i).score(request, vector, at);
            at += plan.groups().get(i).metrics().size();
        }
        Block block = room();
        int row = block.size++;
        block.user[row] = request.user();
        block.latency[row] = request.latencyMs();
        block.pattern[row] = patterns.number(vector);
        for (int b = 0; b < block.slice.length; b++) {
            block.slice[b][row] = request.slice(b);
        }
        if (plan.withTimes()) {
            block.time[row] = request.timestamp();
        }
    }

    /** Passes all rows on. */
    void spill() {
        spilled.take(blocks, patterns);
        blocks.clear();
        if (patterns.size() > MOST_PATTERNS) {
            patterns = new PatternTable(plan.width());
        }
    }

    /** Hands over a block, so that its memory is free once the caller is done with it. */
    Block release(int number) {
        Block released = blocks.get(number);
        blocks.set(number, EMPTY);
        return released;
    }

    private Block room() {
        if (blocks.isEmpty() || blocks.get(blocks.size() - 1).size == BLOCK) {
            blocks.add(new Block(BLOCK, plan.breakdowns(), plan.withTimes()));
        }
        return blocks.get(blocks.size() - 1);
    }
}
