package io.github.recsyseval.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Parts of the ledgers that are held in the heap. */
record HeldParts(List<LedgerRows> parts) implements LedgerParts {
    /** Parts of fewer rows are put together: each costs something of its own. */
    private static final int FEW = 1 << 12;

    /** What an array takes. */
    private static final long MOST_LATENCIES = Integer.MAX_VALUE - 8L;

    /**
     * Takes over the rows of the ledgers, which are emptied.
     *
     * @param threads how many threads may work at once; the result is the same
     */
    static HeldParts of(MetricPlan plan, List<RequestLedger> ledgers, int threads) {
        long rows = ledgers.stream().mapToLong(RequestLedger::held).sum();
        int count = (int) Long.highestOneBit(Math.max(1, Math.min(RequestLedger.PARTS, rows / FEW)));
        Numerators numerators = new Numerators(sortedPatterns(plan, ledgers));
        int[][] ranks = ledgers.stream()
                .map(ledger -> ledger.patterns.ranks(numerators.vectors()))
                .toArray(int[][]::new);
        int together = RequestLedger.PARTS / count;
        return new HeldParts(Parallel.map(count, threads, part -> {
            List<LedgerRows.Source> sources = new ArrayList<>();
            for (int i = 0; i < ledgers.size(); i++) {
                for (int own = part * together; own < (part + 1) * together; own++) {
                    for (RequestLedger.Block block : ledgers.get(i).release(own)) {
                        sources.add(new LedgerRows.Source(block, ranks[i]));
                    }
                }
            }
            return LedgerRows.of(plan, sources, numerators, Integer.numberOfTrailingZeros(count));
        }));
    }

    private static double[][] sortedPatterns(MetricPlan plan, List<RequestLedger> ledgers) {
        PatternTable union = new PatternTable(plan.width());
        for (RequestLedger ledger : ledgers) {
            for (int i = 0; i < ledger.patterns.size(); i++) {
                union.number(ledger.patterns.vector(i));
            }
        }
        return union.sorted();
    }

    @Override
    public int count() {
        return parts.size();
    }

    @Override
    public int rows(int part) {
        return parts.get(part).size();
    }

    @Override
    public LedgerRows load(int part) {
        return parts.get(part);
    }

    @Override
    public LedgerRows loadWithTimes(int part, int... sliced) {
        return parts.get(part);
    }

    @Override
    public int[] slice(int part, int breakdown) {
        return parts.get(part).slice(breakdown);
    }

    @Override
    public double[] latency(int part) {
        return parts.get(part).latencies();
    }

    @Override
    public IntFunction<int[]> keep(IntFunction<int[]> column) {
        int[][] kept = new int[parts.size()][];
        for (int part = 0; part < kept.length; part++) {
            kept[part] = column.apply(part);
        }
        return part -> kept[part];
    }

    @Override
    public long mostLatencies() {
        return MOST_LATENCIES;
    }
}
