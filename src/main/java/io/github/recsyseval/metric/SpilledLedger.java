package io.github.recsyseval.metric;

import io.github.recsyseval.spill.SpillBudget;
import io.github.recsyseval.spill.SpillFile;
import io.github.recsyseval.spill.SpillParts;
import io.github.recsyseval.spill.SpillReader;
import io.github.recsyseval.spill.SpilledBytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of ledgers for which the heap has no room, parted by the leading bits of their users' hashes. All threads write here; when they
 * are done the rows of each part are sorted once, and then read part by part as often as there is something to sum.
 */
public final class SpilledLedger {
    /** What a row takes beside itself while it is sorted and summed: columns being moved, orders, its latency three times. */
    private static final int MORE_BYTES_PER_ROW = 52;

    private static final int FEWEST_ROWS = 16;

    /** Patterns of numerators may take this part of the room for rows, besides. */
    private static final int PATTERNS_PART = 4;

    /** How often the numerators of a pattern are held while the rows of all ledgers are put together. */
    private static final int COPIES_OF_PATTERN = 6;

    private static final int SORTED_BUFFER = 1 << 16;

    /** So many patterns of numerators are known by number; of further ones the numerators themselves are written. */
    private static final int MOST_PATTERNS = 1 << 12;

    private static final int UNKNOWN = -1;

    /** Parts are split so often and no further: all users whose hashes begin with the same 16 bits are in one part. */
    private static final int LEVELS = 2;

    private final SpillBudget budget;
    private final MetricPlan plan;
    private final int width;
    private final int breakdowns;
    private final PatternTable patterns;
    private @Nullable SpillParts parts;

    public SpilledLedger(SpillBudget budget, MetricPlan plan) {
        this.budget = budget;
        this.plan = plan;
        width = plan.width();
        breakdowns = plan.breakdowns();
        patterns = new PatternTable(width);
    }

    private long rowBytes() {
        return 20 + 4L * breakdowns + (plan.withTimes() ? Long.BYTES : 0);
    }

    /**
     * The sums over the rows of all ledgers, which are emptied.
     *
     * @param threads how many threads may sum at once; the result is the same
     */
    public LedgerSums sums(List<RequestLedger> ledgers, int threads) {
        if (!isInUse()) {
            return LedgerSums.of(plan, ledgers, threads);
        }
        ledgers.forEach(RequestLedger::spill);
        return new LedgerSums(plan, new SpilledParts(sorted(threads), budget), threads);
    }

    /** How many rows each of {@code threads} ledgers may hold, at least 1. */
    long mostHeld(int threads) {
        return Math.max(1, budget.bytes() / threads / (rowBytes() + MORE_BYTES_PER_ROW));
    }

    /** How many patterns of numerators each of {@code threads} ledgers may hold; where every request has a price of its own there are as many as rows. */
    int mostPatterns(int threads) {
        long most = budget.bytes() / threads / PATTERNS_PART / (COPIES_OF_PATTERN * (long) Double.BYTES * (width + 1));
        return (int) Math.max(RequestLedger.FEW_PATTERNS, Math.min(Integer.MAX_VALUE, most));
    }

    /** Whether anything has been written. */
    private synchronized boolean isInUse() {
        return parts != null;
    }

    /** Writes all rows of some blocks; their memory can be used again. */
    synchronized void take(List<RequestLedger.Block> blocks, PatternTable known) {
        SpillParts to = parts;
        if (to == null) {
            to = new SpillParts(budget.space(), budget.bytes() / 8, 0);
            parts = to;
        }
        int[] numbers = new int[known.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(known, i);
        }
        double[] vector = new double[width];
        for (RequestLedger.Block block : blocks) {
            for (int row = 0; row < block.size; row++) {
                SpillFile file = to.of(block.user[row]);
                file.putLong(block.user[row]);
                file.putLong(Double.doubleToRawLongBits(block.latency[row]));
                int pattern = numbers[block.pattern[row]];
                file.putInt(pattern);
                if (pattern == UNKNOWN) {
                    known.copy(block.pattern[row], vector);
                    for (double numerator : vector) {
                        file.putLong(Double.doubleToRawLongBits(numerator));
                    }
                }
                for (int[] slice : block.slice) {
                    file.putInt(slice[row]);
                }
                if (plan.withTimes()) {
                    file.putLong(block.time[row]);
                }
            }
        }
    }

    /** Common patterns come early and often; what comes when the table is full is likely to be alone. */
    private int number(PatternTable known, int pattern) {
        return patterns.size() < MOST_PATTERNS
                ? patterns.number(known.vector(pattern))
                : patterns.find(known.vector(pattern));
    }

    /** Sorts the rows of each part; nothing can be taken afterwards. */
    private List<LedgerPart> sorted(int threads) {
        if (parts == null) {
            return List.of();
        }
        List<LedgerPart.Unread> sorted = new ArrayList<>();
        SpillFile file = budget.space().newFile(SORTED_BUFFER);
        sort(parts, 0, threads, file, sorted);
        parts = null;
        SpilledBytes bytes = file.inPlace();
        return sorted.stream().map(part -> part.in(bytes)).toList();
    }

    private void sort(SpillParts from, int level, int threads, SpillFile to, List<LedgerPart.Unread> sorted) {
        long mostRows = Math.max(FEWEST_ROWS, budget.bytes() / threads / (rowBytes() + MORE_BYTES_PER_ROW));
        for (int part = 0; part < SpillParts.COUNT; part++) {
            SpillFile file = from.part(part);
            if (file == null) {
                continue;
            }
            try (file) {
                long atMost = file.bytes() / rowBytes();
                if (atMost <= mostRows || level == LEVELS - 1) {
                    PatternTable own = new PatternTable(width);
                    LedgerColumns rows = read(file.reader(), (int) atMost, own);
                    sorted.add(LedgerPart.write(rows, own, threads, to));
                } else {
                    try (SpillParts finer = new SpillParts(budget.space(), budget.bytes() / 8, level + 1)) {
                        split(file.reader(), finer);
                        sort(finer, level + 1, threads, to, sorted);
                    }
                }
            }
        }
    }

    private void split(SpillReader rows, SpillParts finer) {
        while (rows.hasMore()) {
            long user = rows.getLong();
            SpillFile file = finer.of(user);
            file.putLong(user);
            file.putLong(rows.getLong());
            int pattern = rows.getInt();
            file.putInt(pattern);
            for (int i = 0; pattern == UNKNOWN && i < width; i++) {
                file.putLong(rows.getLong());
            }
            for (int i = 0; i < breakdowns; i++) {
                file.putInt(rows.getInt());
            }
            if (plan.withTimes()) {
                file.putLong(rows.getLong());
            }
        }
    }

    private LedgerColumns read(SpillReader rows, int atMost, PatternTable own) {
        LedgerColumns columns = new LedgerColumns(atMost, plan);
        double[] vector = new double[width];
        for (; rows.hasMore(); columns.size++) {
            int row = columns.size;
            columns.user[row] = rows.getLong();
            columns.latency[row] = Double.longBitsToDouble(rows.getLong());
            int pattern = rows.getInt();
            if (pattern == UNKNOWN) {
                for (int i = 0; i < width; i++) {
                    vector[i] = Double.longBitsToDouble(rows.getLong());
                }
            } else {
                patterns.copy(pattern, vector);
            }
            columns.pattern[row] = own.number(vector);
            for (int[] slice : columns.slice) {
                slice[row] = rows.getInt();
            }
            if (plan.withTimes()) {
                columns.time[row] = rows.getLong();
            }
        }
        return columns;
    }
}
